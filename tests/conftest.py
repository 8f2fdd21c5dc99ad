"""What several tests need: the real project, a copy of the miniature hub, sites built from both, and a browser on the real one."""

import contextlib
import fcntl
import functools
import http.server
import os
import re
import shutil
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "hooks"))

from hub.build import build  # noqa: E402
from hub.project import read_project  # noqa: E402

DAY = date(2026, 11, 22)
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


def copy_mini(folder):
    """A copy of the miniature hub that finds this project's hooks."""
    shutil.copytree(ROOT / "tests" / "mini", folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../hooks", (ROOT / "hooks").as_posix()), "utf-8")
    return folder


@pytest.fixture
def mini(tmp_path):
    """A fresh copy of the miniature hub."""
    return copy_mini(tmp_path / "mini")


@pytest.fixture(scope="session")
def mini_site(tmp_path_factory):
    """The miniature hub, built once."""
    root = copy_mini(tmp_path_factory.mktemp("mini") / "hub")
    built = build(read_project(root, DAY), root / "site", 2)
    assert not built.failed
    return root / "site"


@pytest.fixture(scope="session")
def project():
    """The real project."""
    return read_project(ROOT, DAY)


@pytest.fixture(scope="session")
def site(tmp_path_factory, project, worker_id):
    """The real site, built once for all tests: the first process that wants it builds, the others wait and take the same."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    out = shared / "real" / "site"
    out.parent.mkdir(exist_ok=True)
    with open(shared / "real.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            built = build(project, out, 2)
            assert not built.failed, built.problems
    return out


@pytest.fixture(scope="session")
def pages(site):
    """{path: HTML} of every page of the real site."""
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def copyfile(self, source, target):
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the browser has left the page
            super().copyfile(source, target)


@pytest.fixture(scope="session")
def address(site):
    """The real site on a local port, below its root."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    assert Path(CHROMIUM).exists(), "install Debian's chromium, or name the browser in CHROMIUM"
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield instance
        instance.close()


@pytest.fixture
def visit(browser, address):
    """visit(path, **context): an open page that collects requests and complaints."""
    contexts = []

    def go(path, **options):
        context = browser.new_context(**{"viewport": PHONE, **options})
        contexts.append(context)
        page = context.new_page()
        page.requested, page.complaints = [], []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(address + path)
        return page

    yield go
    for context in contexts:
        context.close()


def text_of(html):
    """The words of a page, tags taken out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
