"""A web server on this machine that answers as it is told to, well or badly."""

import contextlib
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server:
    """`answers` is {path: [what to do, first to last]}; the last one is repeated.

    What to do is bytes to send whole, or a function of the request's handler. `asked` lists the
    requests as (path, headers).
    """

    def __init__(self, address, answers):
        self.address, self.answers, self.asked = address, answers, []

    def next(self, path):
        todo = self.answers.get(path, [status(404)])
        return todo.pop(0) if len(todo) > 1 else todo[0]


class Web(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A client that hangs up before the next request is nobody's error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving(answers):
    """A Server on 127.0.0.1 for the time of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            server.asked.append((self.path, dict(self.headers)))
            todo = server.next(self.path)
            (whole(todo) if isinstance(todo, bytes) else todo)(self)

        def log_message(self, *words):
            pass

    with Web(("127.0.0.1", 0), Handler) as web:
        server = Server(f"http://127.0.0.1:{web.server_port}", answers)
        thread = threading.Thread(target=web.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            web.shutdown()
            thread.join()


def whole(content, **headers):
    """Send the content; with an ETag also the part of it that a Range asks for."""

    def send(handler):
        wanted = handler.headers.get("Range")
        if wanted and handler.headers.get("If-Range") == headers.get("ETag"):
            begin = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if begin >= len(content):
                return respond(handler, 416, b"", {})
            return respond(handler, 206, content[begin:], headers)
        return respond(handler, 200, content, headers)

    return send


def status(code, **headers):
    return lambda handler: respond(handler, code, b"sorry", headers)


def unmeasured(content):
    """Send content without saying how long it is, and hang up."""

    def send(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return send


def silent(until):
    """Say nothing until an Event is set, and hang up."""

    def send(handler):
        until.wait(10)
        handler.close_connection = True

    return send


def cut(content, after, **headers):
    """Promise the whole content and hang up after some bytes."""

    def send(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content[:after])
        handler.wfile.flush()
        handler.close_connection = True

    return send


def respond(handler, code, content, headers):
    handler.send_response(code)
    handler.send_header("Content-Length", str(len(content)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    # The reader may have seen enough and hung up.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        handler.wfile.write(content)
