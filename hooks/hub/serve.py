"""A live preview: the site is built once, then only what a saved file changes is drawn again and the browser reloads."""

import http.server
import threading
from functools import partial
from pathlib import Path

from watchfiles import watch

from hub.check import check_project
from hub.engine import Engine
from hub.library import Library
from hub.load import FOLDERS
from hub.problem import ERROR
from hub.site import Making, write_site
from hub.store import Store

RELOAD = b"""<script>
(async () => { for (;;) { try { await fetch("/__wait?" + Math.random()); location.reload(); return; } catch { await new Promise((done) => setTimeout(done, 1000)); } } })();
</script></body>"""


class Preview:
    """Keeps a built folder in step with the files of a project."""

    def __init__(self, project, folder, progress):
        self.project, self.folder, self.progress = project, Path(folder), progress
        self.cache = project.root / ".cache"
        self.store = Store(self.cache / "documents")
        self.record = {}
        self.changed = threading.Condition()

    def refresh(self):
        """Draw what changed. Gives the problems that stood in the way, or those that did not."""
        engine = Engine(self.project, self.cache)
        engine.start()
        checked = check_project(self.project, self.store)
        self.store.save()
        if any(problem.severity == ERROR for problem in checked.problems):
            engine.stop()
            return checked
        frame, assets = engine.result()
        library = Library(self.project, checked.loaded)
        self.record, _ = write_site(Making(library, frame, self.folder, 1, self.record, development=True), assets)
        with self.changed:
            self.changed.notify_all()
        return checked

    def follow(self, report):
        """Refresh after each change, for ever."""
        root = self.project.root
        places = [root / name for name in (*FOLDERS, "docs", "hooks", "mkdocs.yml") if (root / name).exists()]
        for changes in watch(*places, step=20, debounce=150):
            report(self.refresh(), sorted(path for _, path in changes))


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the folder; HTML gets a few lines that wait for the next change."""

    preview = None

    def do_GET(self):
        if self.path.startswith("/__wait"):
            with self.preview.changed:
                self.preview.changed.wait(timeout=300)
            self.send_response(204)
            self.end_headers()
            return
        super().do_GET()

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if path.suffix != ".html" or not path.is_file() or not self.path.split("?")[0].endswith(("/", ".html")):
            return super().send_head()
        content = path.read_bytes().replace(b"</body>", RELOAD)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)
        return None

    def log_message(self, *arguments):
        pass


def serve(preview, address, port):
    """Serve the preview's folder in the background; gives the server."""
    handler = partial(type("PreviewHandler", (Handler,), {"preview": preview}), directory=str(preview.folder))
    server = http.server.ThreadingHTTPServer((address, port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
