"""How gunicorn serves the project; the environment decides, see the README's table."""

import gc
import os
import socket
import time

bind = f"{os.environ.get('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = 2
threads = 4
# Imported once, before the workers are forked; connections are opened after it, on first use.
preload_app = True
# Whether a request came by https is believed from the proxy's own addresses only.
forwarded_allow_ips = os.environ.get("TRUSTED_PROXY", "")
# Its default place is in the home folder, and nothing here speaks to it.
control_socket_disable = True

TOO_LARGE = 413
PATIENCE = 5  # seconds


def when_ready(_server):
    """Spare the collector what was imported: it stays, and the workers share its memory."""
    gc.freeze()


def post_request(worker, request, environ, response):
    """Let a refused upload end in peace: the refusal is sent, and what still comes is dropped.

    Closed at once, with the upload half way, the connection is reset and most browsers never
    show the page that says why.
    """
    if response.status_code == TOO_LARGE:
        drain(environ["gunicorn.socket"])


def drain(connection):
    end = time.monotonic() + PATIENCE
    try:
        connection.shutdown(socket.SHUT_WR)
        connection.settimeout(1)
        while time.monotonic() < end and connection.recv(1 << 16):
            pass
    except OSError:  # the other side has gone already, which is what we waited for
        pass
