"""`make bench`, third part: how long a reader on a slow phone waits for a first view that can be read, on the real content, against the same
words under Material's own theme. Headless Chromium, 400 kbit/s both ways, 400 ms for each way and back, processor four times slower; an
empty cache, gzip, medians of three visits. "Read" is the largest piece of the first screen, "ready" the end of all scripts.
"""

import functools
import gzip
import http.server
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # ms, bytes a second
PAGES = ("", "help/fi/", "nrms/no-nrm/", "practices/no-lauras-house-practice/", "countries/se/", "compare/", "fi/help/is/")
BUDGET = 3  # seconds; design contract, section 10
PLAIN = "site_name: Plain\ntheme: {name: material, font: false}\nplugins: [search]\n"
WATCH = """new Promise(done => { let last = 0
  new PerformanceObserver(list => { last = list.getEntries().at(-1).startTime }).observe({type: "largest-contentful-paint", buffered: true})
  setTimeout(() => done([last, performance.getEntriesByType("navigation")[0].loadEventEnd,
    performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation")).reduce((sum, one) => sum + one.transferSize, 0)]), 300) })"""


class Zipped(http.server.SimpleHTTPRequestHandler):
    """Sends what a server with gzip sends."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in (".html", ".css", ".js", ".json", ".svg"):
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Zipped, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def visit(browser, address):
    """(seconds until it can be read, seconds until it is ready, kB sent)"""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load", timeout=120_000)
    read, ready, sent = page.evaluate(WATCH)
    context.close()
    return read / 1000, ready / 1000, sent / 1000


def plain_site(folder, site):
    """The same words under Material: a heading and paragraphs for each page."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    for path in PAGES:
        main = re.search(r"<main[^>]*>(.*)</main>", (site / path / "index.html").read_text("utf-8"), re.S)[1]
        title, *lines = [line.strip() for line in re.sub(r"<[^>]+>", "\n", main).splitlines() if line.strip()]
        target = folder / "docs" / path / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {title}\n\n" + "\n\n".join(re.sub(r"([*_#<\[])", r"\\\1", line) for line in lines), "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=ENVIRONMENT, check=True)


def main():
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        ours, plain = Path(temporary) / "site", Path(temporary) / "plain"
        subprocess.run([sys.executable, "-m", "hub", "build", "--quiet", "--pages-only", "--root", str(ROOT), "--out", str(ours)], env=ENVIRONMENT, check=True)
        plain_site(plain, ours)
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS)
        print(f"page                                  the hub: read s  ready s    kB   Material: read s  ready s    kB   ratio   budget {BUDGET} s")
        addresses = serve(ours), serve(plain / "site")
        for path in PAGES:
            rows = [[statistics.median(values) for values in zip(*(visit(browser, address + path) for _ in range(3)), strict=True)] for address in addresses]
            (a, b, c), (d, e, f) = rows
            print(f"/{path:36} {a:15.2f} {b:8.2f} {c:5.0f} {d:18.2f} {e:8.2f} {f:5.0f}   {a / d:5.2f}   {'met' if a <= BUDGET else 'MISSED'}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
