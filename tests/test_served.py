"""The site behind a real nginx with deploy/nginx.conf and deploy/release.sh: headers, missing pages, compression, what is kept
about readers, and a thousand readers at once while new releases come out."""

import asyncio
import gzip
import http.client
import itertools
import os
import re
import resource
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import ROOT
from hub.drawing import POLICY

DEPLOY = ROOT / "deploy"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
READERS, VISITS = 1000, 8
MAIN = """
daemon off;
worker_processes 2;
worker_rlimit_nofile 4096;
pid {folder}/nginx.pid;
error_log {folder}/logs/main.log crit;
events {{ worker_connections 2048; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    sendfile on;
    include {folder}/hub.conf;
}}
"""


def release(*arguments):
    return subprocess.run(["sh", DEPLOY / "release.sh", *map(str, arguments)], capture_output=True, text=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def configured(folder, port):
    """The delivered configuration with this test's port and folders in place of a server's."""
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    changes = {"listen 80;": f"listen 127.0.0.1:{port} backlog=2048;", "/srv/hub": f"{folder}/hub", "/var/log/nginx": f"{folder}/logs"}
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


class Served:
    """A running nginx: its port, the folder of the current release, and its logs."""

    def __init__(self, folder, port):
        self.port, self.hub, self.logs = port, folder / "hub", folder / "logs"

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer


@pytest.fixture(scope="module")
def served(site, tmp_path_factory):
    assert NGINX, "install nginx (tests/install_tools.sh does)"
    folder = tmp_path_factory.mktemp("served")
    folder.chmod(0o755)
    for parent in folder.parents:  # nginx's workers are another user when the tests run as root
        if parent.stat().st_uid == os.getuid() and parent != Path("/tmp"):
            parent.chmod(parent.stat().st_mode | 0o011)
    (folder / "logs").mkdir()
    assert release("publish", site, folder / "hub").returncode == 0
    port = free_port()
    (folder / "hub.conf").write_text(configured(folder, port), "utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder), "utf-8")
    process = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.PIPE, text=True)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.05)
    yield Served(folder, port)
    process.terminate()
    process.wait(30)


# ------------------------------------------------------------------------------------------------------------------ headers

ADDRESSES = ("/", "/help/", "/da/help/", "/assets/hub.js", "/assets/hub.css", "/robots.txt", "/nothing/here", "/fi/nothing", "/da")
PROMISED = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",  # the page's own policy, and what only a header can say
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_every_header(served, address):
    answer = served.ask(address)
    assert {name: answer.headers.get_all(name) for name in PROMISED} == {name: [value] for name, value in PROMISED.items()}
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Server"] == "nginx"  # without a version
    assert "Set-Cookie" not in answer.headers


def test_hosts_without_nginx_get_the_same_headers():
    """deploy/_headers, for Netlify and Cloudflare Pages."""
    lines = [line.strip() for line in (DEPLOY / "_headers").read_text("utf-8").splitlines()]
    for name, value in PROMISED.items():
        assert f"{name}: {value}" in lines


def test_only_reading_is_allowed(served):
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        assert served.ask("/", method).status == 405, method
    assert served.ask("/", "HEAD").body == b""


def test_hidden_files_are_not_served(served):
    for path in ("/.git/config", "/.env", "/help/.x", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/hub.conf"):
        assert served.ask(path).status in (400, 404), path


# ------------------------------------------------------------------------------------------------------------------ caching


def test_pages_are_asked_for_each_time_and_cost_nothing_when_unchanged(served):
    first = served.ask("/")
    assert first.headers["Cache-Control"] == "no-cache"
    again = served.ask("/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_pages_for_people_in_danger_are_not_kept_on_the_device(served, site, project):
    """Every page that carries "Leave this page", in every language, but the home page: it alone tells nothing."""
    homes = {site / "index.html", *(site / language / "index.html" for language in project.languages)}
    found = [path for path in sorted(set(site.rglob("index.html")) - homes) if b'<body class="help-facing"' in path.read_bytes()]
    assert len(found) > 50
    for path in found:
        answer = served.ask(f"/{path.parent.relative_to(site).as_posix()}/", "HEAD")
        assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-store"), path


def test_only_files_named_by_their_content_are_kept_for_long(served, site):
    kept = set()
    for path in sorted((site / "assets").rglob("*")):
        if path.is_file() and (path.suffix != ".pf_fragment" or path.parent.parent.name == "sv"):
            name = path.relative_to(site).as_posix()
            if "immutable" in served.ask(f"/{name}", "HEAD").headers["Cache-Control"]:
                assert re.search(r"_[0-9a-f]{7,}\.pf_(fragment|index|filter|meta)$", name), name
                kept.add(path.suffix)
            else:
                assert not name.endswith((".pf_fragment", ".pf_index")), name
    assert kept == {".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta"}


# ------------------------------------------------------------------------------------------------- languages, missing pages


def test_missing_page_answers_in_its_language(served, project):
    for language in project.languages:
        folder = "" if language == "en" else f"/{language}"
        for path in (f"{folder}/practices/nothing/", f"{folder}/nothing.html", f"{folder}/a/b/c?q=1"):
            answer = served.ask(path)
            assert answer.status == 404, path
            assert f'<html lang="{language}">'.encode() in answer.body, path
    answer = served.ask("/xx/nothing")  # no language of the hub
    assert answer.status == 404 and b'<html lang="en">' in answer.body


def test_the_browser_does_not_choose_the_language(served):
    plain = served.ask("/")
    for language in ("da", "sv-SE,sv;q=0.9", "uk"):
        answer = served.ask("/", Accept_Language=language, Cookie="language=da")
        assert (answer.status, answer.body) == (200, plain.body)
        assert "accept-language" not in (answer.headers["Vary"] or "").lower()


def test_guessed_language_folders_lead_on(served):
    for path, target in {"/en/": "/", "/en": "/", "/no/": "/nb/", "/da": "/da/"}.items():
        answer = served.ask(path)
        assert (answer.status, answer.headers["Location"]) == (301, target)


# ---------------------------------------------------------------------------------------------------- compression, privacy


def test_pages_are_compressed_ahead_of_time(served, site):
    for path in ("index.html", "help/index.html", "assets/hub.css", "assets/hub.js", "sitemap.xml"):
        packed = served.hub / "current" / f"{path}.gz"
        answer = served.ask(f"/{path}", Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.body == packed.read_bytes()
        assert gzip.decompress(answer.body) == (site / path).read_bytes()
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert served.ask(f"/{path}").body == (site / path).read_bytes()


def test_a_file_that_release_left_out_is_compressed_on_the_way(served, site):
    packed = served.hub / "current" / "about" / "index.html.gz"
    packed.rename(packed.with_suffix(".aside"))
    try:
        answer = served.ask("/about/", Accept_Encoding="gzip")
    finally:
        packed.with_suffix(".aside").rename(packed)
    assert gzip.decompress(answer.body) == (site / "about/index.html").read_bytes()


def test_texts_are_served_as_utf_8(served):
    for path in ("/", "/da/", "/robots.txt", "/assets/hub.js", "/assets/hub.css"):
        assert served.ask(path).headers["Content-Type"].endswith("charset=utf-8"), path


def test_logs_say_nothing_about_readers(served):
    secret = {"Referer": "https://private.example.org/s3cret", "User_Agent": "s3cret browser", "Cookie": "s3cret=1"}
    for path in ("/search/?q=s3cret", "/s3cret?q=s3cret", "/help/?s3cret", "/%00s3cret", "/.s3cret"):
        served.ask(path, **secret)
    with socket.create_connection(("127.0.0.1", served.port)) as broken:
        broken.sendall(b"GET /s3cret HTTP/9.9 s3cret\r\n\r\n")
        broken.recv(1000)
    served.ask("/")
    said = "".join(path.read_text("utf-8") for path in served.logs.iterdir())
    assert len(said.splitlines()) > 5
    assert "s3cret" not in said and "127.0.0.1" not in said and "/search" not in said and "help" not in said


# ---------------------------------------------------------------------------------------------------------------- releases


def test_rollback_is_one_step_and_a_bad_release_changes_nothing(site, tmp_path):
    hub = tmp_path / "hub"
    for words in ("one", "two"):
        draft = tmp_path / words
        draft.mkdir()
        for name in ("index.html", "404.html"):
            (draft / name).write_text(words)
        assert release("publish", draft, hub).returncode == 0
    (tmp_path / "empty").mkdir()
    assert release("publish", tmp_path / "empty", hub).returncode == 1
    assert (hub / "current/index.html").read_text() == "two"
    assert release("rollback", hub).returncode == 0
    assert (hub / "current/index.html").read_text() == "one"
    run = release("rollback", hub)
    assert run.returncode == 1 and "no release before" in run.stderr
    assert (hub / "current/index.html").read_text() == "one"
    for _ in range(12):  # numbers stay decimal, and old releases go
        assert release("publish", tmp_path / "two", hub).returncode == 0
    assert [path.name for path in sorted((hub / "releases").iterdir())] == [f"{number:06}" for number in range(10, 15)]
    assert release("purge", hub).returncode == 0
    assert [path.name for path in (hub / "releases").iterdir()] == ["000014"]
    assert release("nonsense", hub).returncode == 2


# -------------------------------------------------------------------------------------------------------------------- load


async def reader(port, number, pages, together, released):
    """One reader with a connection of their own, who opens VISITS pages, and on until all releases are out; gives the answers that were not whole and right."""
    wrong = []
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
    await together()
    for visit in itertools.count():
        if visit >= VISITS and released.is_set():
            break
        path, content = pages[(number * 7 + visit * 13) % len(pages)]
        outgoing.write(f"GET /{path} HTTP/1.1\r\nHost: hub\r\n\r\n".encode())
        head = (await incoming.readuntil(b"\r\n\r\n")).decode()
        body = await incoming.readexactly(int(re.search(r"Content-Length: (\d+)", head)[1]))
        if not head.startswith("HTTP/1.1 200 ") or body != content:
            wrong.append((path, head))
    outgoing.close()
    return wrong


async def crowd(served, pages, site):
    """All readers connect before the first one asks; a release comes out and is taken back while they read."""
    connected, everybody, released = 0, asyncio.Event(), asyncio.Event()

    async def together():
        nonlocal connected
        connected += 1
        if connected == READERS:
            everybody.set()
        await everybody.wait()

    async def publish():
        await everybody.wait()
        for action in (("publish", site, served.hub), ("rollback", served.hub)):
            process = await asyncio.create_subprocess_exec("sh", DEPLOY / "release.sh", *map(str, action), stdout=subprocess.DEVNULL)
            assert await process.wait() == 0
        released.set()

    async with asyncio.timeout(400):  # a bound on a hanging test, no claim about speed
        *wrong, _ = await asyncio.gather(*(reader(served.port, number, pages, together, released) for number in range(READERS)), publish())
    assert connected == READERS
    return [answer for answers in wrong for answer in answers]


def test_a_thousand_readers_at_once_lose_nothing(served, site):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 4096)), hard))
    pages = [(f"{path.parent.relative_to(site).as_posix()}/", path.read_bytes()) for path in sorted(site.rglob("*/index.html"))[::40]]
    assert len(pages) > 30
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests keeps a loop of its own in this thread
        assert apart.submit(asyncio.run, crowd(served, pages, site)).result() == []
