"""A real browser on a live server: pages at two widths, in two colour schemes, and axe."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

ARTIFACTS = settings.BASE_DIR / "artifacts"
CHROMIUM = Path("/usr/bin/chromium")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
EACH = [(PHONE, "light"), (DESK, "dark")]
expect.set_options(timeout=15_000)  # of a busy machine too; what comes sooner is not waited for
VIEWS = {"each": EACH, "all": [*EACH, (PHONE, "dark"), (DESK, "light")], "none": []}


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium; containers run as root, where its sandbox cannot start."""
    args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM), "args": args}


@pytest.fixture
def open_page(browser, live_server):
    """open_page(user=None, viewport=DESK, …): a page whose addresses start at the live server.

    The test fails if any page it opened broke the Content-Security-Policy or wrote an error.
    """
    contexts, complaints = [], []

    def open_one(user=None, viewport=DESK, **browsing):
        context = browser.new_context(base_url=live_server.url, viewport=viewport, **browsing)
        contexts.append(context)
        if user:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.on("console", lambda message: note_console(message, complaints))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


def session_cookie(user, url):
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def note_console(message, complaints):
    """What the test itself provoked is no complaint; anything else the console calls one is."""
    provoked = ("the server responded with a status of", "net::ERR_INTERNET_DISCONNECTED")
    if message.type == "error" and not any(words in message.text for words in provoked):
        complaints.append(f"{message.text} ({message.location.get('url')})")


@pytest.fixture
def look():
    """look(page, name): photograph the page on a light phone and a dark desk, and scan it.

    The pictures stand under artifacts/ for somebody to look at; TEST_PICTURES=all takes the dark
    phone and the light desk too, and TEST_PICTURES=none, for a second run on another database,
    takes none. Fails on any finding of axe and on a page wider than its window.
    """
    views = VIEWS[os.environ.get("TEST_PICTURES", "each")]

    def look_at(page, name):
        ARTIFACTS.mkdir(exist_ok=True)
        before = page.viewport_size
        for viewport, scheme in views:
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            wait_until_drawn(page)
            page.screenshot(
                path=ARTIFACTS / f"{name}-{viewport['width']}-{scheme}.png", full_page=True
            )
            assert findings(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        page.set_viewport_size(before)
        page.emulate_media(color_scheme="light")

    return look_at


def wait_until_drawn(page):
    """The page has taken up its new size and colours, and its charts are drawn in them."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=30_000)


def findings(page):
    """What axe found, one readable line per element."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in violations
        for node in violation["nodes"]
    ]
