"""What is due, which contacts lapse, and which addresses still answer (asked of a real server on this machine)."""

import http.server
import re
import threading

import pytest
from click.testing import CliRunner
from conftest import DAY, ROOT
from hub.check import check_project
from hub.cli import main
from hub.freshness import EXPIRED, contact_state
from hub.link_check import addresses, check_links
from hub.upkeep import lapses, reviews


@pytest.fixture(scope="module")
def records():
    from hub.project import read_project

    return list(check_project(read_project(ROOT, DAY)).loaded.records.values())


def test_everything_due_is_listed_once_at_any_day(records):
    for day in (DAY, DAY.replace(year=2027), DAY.replace(year=2040)):
        due = reviews(records, day, 30)
        assert len({item.path for item in due}) == len(due)
        assert {item.id for item in due} == {r.id for r in records if (r.entry.review_due - day).days <= 30 and not r.listed_in}
        lapsing = lapses(records, day, 0)
        expired = sum(contact_state(channel, day) == EXPIRED for r in records for channel in getattr(r.entry, "contacts", ()))
        assert sum(item.expired for item in lapsing) == expired
    assert expired == sum(len(getattr(r.entry, "contacts", ())) for r in records) > 10, "in 2040 nothing is fresh any more"


def test_a_checklist_withholds_every_number_and_mailbox(records):
    result = CliRunner().invoke(main, ["due", "--root", str(ROOT), "--as-of", "2028-06-01", "--format", "markdown"])
    assert result.exit_code == 0
    text, tight = result.output, re.sub(r"\D", "", result.output)
    channels = [channel for r in records for channel in getattr(r.entry, "contacts", ())]
    assert text.count("- [ ] ") > len(channels) and "**expired**" in text and "**overdue**" in text
    for channel in channels:
        if len(re.sub(r"\W", "", channel.value)) > 6:  # 112 and its like stand in titles
            assert f" {channel.value}" not in text.replace(channel.page.url, "")
        assert not channel.e164 or channel.e164[1:] not in tight
        assert channel.page.url in text


def test_countries_can_be_chosen():
    result = CliRunner().invoke(main, ["due", "--root", str(ROOT), "--as-of", "2028-06-01", "--country", "IS"])
    assert "contacts/organisations/is-" in result.output and "/no-" not in result.output


class Web(http.server.BaseHTTPRequestHandler):
    """A small web with every sort of answer."""

    def do_HEAD(self):
        if self.path == "/no-head":
            return self.answer(405)
        return self.do_GET()

    def do_GET(self):
        places = {"/well": 200, "/no-head": 200, "/gone": 404, "/walled": 403, "/broken": 503}
        if self.path == "/old":
            return self.answer(301, "/well")
        if self.path == "/today":
            return self.answer(302, "/well")
        if self.path == "/slash":
            return self.answer(301, "/slash/")
        return self.answer(places.get(self.path, 200 if self.path == "/slash/" else 404))

    def answer(self, status, location=None):
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def web():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_every_sort_of_answer_is_told_apart(web):
    wanted = {"/well": "well", "/no-head": "well", "/gone": "gone", "/walled": "refused", "/broken": "silent", "/old": "moved", "/today": "well", "/slash": "well"}
    answers = check_links([web + path for path in wanted], pause=0) + check_links(["http://127.0.0.1:9/x"], pause=0)
    assert {answer.url.removeprefix(web): answer.state for answer in answers} == {**wanted, "http://127.0.0.1:9/x": "silent"}


def test_the_command_gives_a_checklist_with_files(web, mini):
    path = mini / "contacts/organisations/no-agency.yml"
    path.write_text(re.sub(r"https?://[^\s\"}]+", f"{web}/gone", path.read_text("utf-8")), "utf-8")
    for other in mini.rglob("*.yml"):
        if other != path and other.name != "mkdocs.yml":
            other.write_text(re.sub(r"https?://[^\s\"},]+", f"{web}/well", other.read_text("utf-8")), "utf-8")
    result = CliRunner().invoke(main, ["links", "--root", str(mini), "--format", "markdown", "--pause", "0"])
    assert result.exit_code == 1
    assert f"- [ ] <{web}/gone> (404), in `contacts/organisations/no-agency.yml`" in result.output and "## The page is gone" in result.output


def test_all_addresses_of_the_real_hub_are_found(records):
    found = addresses(records, ROOT)
    pages = {channel.page.url.partition("#")[0] for r in records for channel in getattr(r.entry, "contacts", ())}
    sites = {str(r.entry.website).partition("#")[0] for r in records if getattr(r.entry, "website", None)}
    assert pages | sites <= found.keys()
