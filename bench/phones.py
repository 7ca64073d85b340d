"""Phones for the bench of the room: they poll like static/js/follow.js, and place dots."""

import asyncio
import random
import re
import time
from urllib.parse import urlencode

PERIOD, JITTER = 1.5, 0.4  # seconds, as in static/js/follow.js
RESENT = 0.1  # share of the dots that are sent twice
MARK = re.compile(r'data-mark="([^"]*)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]*)"')


class Phone:
    """One connection that is kept open, and what the page on it shows."""

    def __init__(self, port, page):
        self.port, self.page = port, page
        self.reader = self.writer = None
        self.mark = self.token = self.cookie = ""
        self.seen = {}  # mark -> when it was shown
        self.waits = []  # seconds of each idle poll
        self.asks_at = 0.0
        self.lock = asyncio.Lock()

    async def ask(self, method, path, headers=(), body=""):
        """(status, headers, text); a connection that the server has closed is opened again."""
        async with self.lock:
            for attempt in range(3):
                try:
                    return await self.exchange(method, path, headers, body)
                except (asyncio.IncompleteReadError, ConnectionError):
                    self.writer = None
                    if attempt == 2:
                        raise
        return None

    async def exchange(self, method, path, headers, body):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{self.port}", *headers]
        if self.cookie:
            lines.append(f"Cookie: {self.cookie}")
        if body:
            lines += ["Content-Type: application/x-www-form-urlencoded"]
            lines += [f"Content-Length: {len(body)}"]
        self.writer.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        found = dict(line.split(": ", 1) for line in head[1:] if ": " in line)
        found = {name.lower(): value for name, value in found.items()}
        length = int(found.get("content-length", 0))
        text = (await self.reader.readexactly(length)).decode() if length else ""
        if found.get("connection") == "close":
            self.writer = None
        return int(head[0].split()[1]), found, text

    async def open(self):
        _status, headers, text = await self.ask("GET", self.page)
        self.cookie = headers["set-cookie"].partition(";")[0]
        self.take(text)

    def take(self, text):
        self.mark = MARK.search(text)[1]
        self.seen.setdefault(self.mark.partition(".")[0], time.perf_counter())
        token = TOKEN.search(text)
        self.token = token[1] if token else self.token

    async def follow(self, until):
        """Poll until the clock says so."""
        self.asks_at = time.perf_counter() + random.random() * PERIOD
        while time.perf_counter() < until:
            await asyncio.sleep(self.asks_at - time.perf_counter())
            if time.perf_counter() < self.asks_at:
                continue  # an answer to a dot has told what is new
            if not self.lock.locked():  # nothing is asked while a dot is under way
                await self.poll()
            self.ask_later()

    def ask_later(self):
        self.asks_at = time.perf_counter() + PERIOD + (random.random() - 0.5) * JITTER

    async def poll(self):
        begin = time.perf_counter()
        headers = [f"X-Follow: {self.mark}", f'If-None-Match: "{self.mark}"']
        status, _headers, text = await self.ask("GET", self.page, headers)
        self.waits.append(time.perf_counter() - begin)
        if status == 200:
            self.take(text)

    async def place(self, requirement):
        """Seconds until the dot is shown as placed."""
        begin = time.perf_counter()
        body = urlencode({"csrfmiddlewaretoken": self.token})
        headers = [f"X-Follow: {self.mark}", f"Idempotency-Key: {random.getrandbits(100):x}"]
        path = f"{self.page}dots/{requirement}/"
        _status, _headers, text = await self.ask("POST", path, headers, body)
        mark = MARK.search(text)
        if mark:
            self.mark = mark[1]
            self.ask_later()
        wait = time.perf_counter() - begin
        if random.random() < RESENT:  # as after an answer that the network lost
            await self.ask("POST", path, headers, body)
        return wait
