"""`make bench`, second part: what the first search costs a reader, at 100, 1,000 and 5,000 entries, against Material's own search on the
same English texts. Bytes are what a server with gzip sends; times are medians of three visits in headless Chromium.

`python tests/bench/search.py 100 1000` measures other sizes.
"""

import functools
import gzip
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(Path(__file__).parent)]

import generate  # noqa: E402
from hub.check import check_project  # noqa: E402
from hub.labels import labels  # noqa: E402
from hub.library import Library  # noqa: E402
from hub.project import read_project  # noqa: E402
from hub.search.findables import findables  # noqa: E402

DAY = "2026-11-21"
SIZES = (100, 1000, 5000)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
PLAIN = """site_name: Plain
theme: {name: material, font: false}
plugins: [search]
nav: [{Home: index.md}]
"""


def hub_site(folder, number):
    """The hub with `number` entries, search included; gives the seconds that the index took and one title."""
    generate.project(folder, number)
    hub = [sys.executable, "-m", "hub", "build", "--quiet", "--as-of", DAY]
    took = []
    for extra in (["--pages-only"], []):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        shutil.rmtree(folder / "site", ignore_errors=True)
        started = time.perf_counter()
        subprocess.run([*hub, *extra], cwd=folder, env=ENVIRONMENT, check=True)
        took.append(time.perf_counter() - started)
    return took[1] - took[0]


def plain_site(folder, entries):
    """The same texts as Markdown pages under Material with its own search."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    (folder / "docs" / "index.md").write_text("# Home\n", "utf-8")
    for index, item in enumerate(entries):
        text = "\n\n".join([f"# {item.title}", item.summary, *item.texts])
        (folder / "docs" / f"entry-{index}.md").write_text(text, "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=ENVIRONMENT, check=True)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def sent(site, urls, address):
    """Bytes that a server with gzip sends for these addresses; what gains nothing by it goes as it is."""
    total = 0
    for url in urls:
        path = site / url.removeprefix(address).split("?")[0].split("#")[0]
        content = (path / "index.html" if path.is_dir() else path).read_bytes()
        total += min(len(content), len(gzip.compress(content)))
    return total


def visit(browser, site, address, start, steps):
    """(bytes before the search, bytes of the search, seconds to the first result) in a fresh browser profile."""
    context = browser.new_context()
    page = context.new_page()
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(address + start, wait_until="networkidle")
    before = list(requested)
    started = time.perf_counter()
    steps(page)
    seconds = time.perf_counter() - started
    page.wait_for_load_state("networkidle")
    after = requested[len(before) :]
    context.close()
    return sent(site, dict.fromkeys(before), address), sent(site, dict.fromkeys(after), address), seconds


def measure(browser, site, start, words, box, result):
    server, address = serve(site)

    def steps(page):
        page.locator(box).first.click()
        page.locator(box).first.fill(words)
        page.locator(result).first.wait_for(timeout=180_000)

    runs = [visit(browser, site, address, start, steps) for _ in range(3)]
    server.shutdown()
    return [statistics.median(run[part] for run in runs) for part in range(3)]


def main(sizes):
    print("entries  built with     page kB   first search kB   first result s   index s (six languages)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS)
        for number in sizes:
            with tempfile.TemporaryDirectory() as temporary:
                ours, plain = Path(temporary) / "hub", Path(temporary) / "plain"
                index_seconds = hub_site(ours, number)
                project = read_project(ours, date.fromisoformat(DAY))
                library = Library(project, check_project(project).loaded)
                entries = [item for item in findables(library, labels("en"), []) if item.rank == "entry"]
                plain_site(plain, entries)
                words = max(entries[number // 2].title.split(), key=len)
                for name, site, start, box, result, extra in (
                    ("the hub", ours / "site", "search/", "#search-words", ".results h3 a", f"{index_seconds:6.1f}"),
                    ("Material", plain / "site", "", "[data-md-component=search-query]", ".md-search-result__item", ""),
                ):
                    before, after, seconds = measure(browser, site, start, words, box, result)
                    print(f"{number:7}  {name:10} {before / 1000:11.0f} {after / 1000:17.0f} {seconds:16.2f}   {extra}", flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
