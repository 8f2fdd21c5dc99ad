"""`hub new`: an entry of every kind, from options and from an interview, that the check accepts."""

import shutil

import pytest
from click.testing import CliRunner
from conftest import DAY, ROOT
from hub.check import check_project
from hub.cli import main
from hub.kinds import KINDS
from hub.new_entry import proposed_id, slug
from hub.project import read_project

COMMON = ["--summary", "What it is and why it matters.", "--country", "SE", "--theme", "identification", "--status", "current", "--facts-of", "2021",
          "--source", "report-2021, p. 3", "--no-input", "--as-of", DAY.isoformat()]  # fmt: skip
OWN = {
    "situation": ["order=3", "audience=professionals"],
    "nrm": ['formal="yes"', 'layers=[{as_of: "2021"}]'],
    "organisation": ["actor_type=state_agency", "roles=[police, helpline]"],
    "shelter": ["type=specialised-shelter", "publication=region-only"],
    "recommendation": ["type=recommendation", "made_by=A workshop", "listed_in_source=yes"],
    "comparison": ["first_column=Country", "columns=[{label: Length}]", "rows=[{country: SE, cells: [{text: 30 days}]}]", 'cite="report-2021, p. 3"'],
    "instrument": ["type=law"],
    "tool": ["type=guidelines"],
    "event": ["type=seminar", "date=2021-11-18"],
    "source": ["type=report", "issued=2021"],
}
PLACES = {"recommendation": "se-rec-", "comparison": "se-cmp-", "nrm": "se-nrm", "source": "", "situation": ""}


@pytest.fixture
def hub(mini):
    """The miniature hub with the manuals of all kinds; call it with a command's words."""
    for kind in KINDS.values():
        (mini / kind.folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / kind.folder / "_example.yml", mini / kind.folder)

    def run(*words, **options):
        return CliRunner().invoke(main, [*words, "--root", str(mini)], **options)

    run.root = mini
    return run


@pytest.mark.parametrize("bare", [True, False], ids=["bare", "with-comments"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_can_be_written_without_questions(hub, kind, bare):
    own = [word for value in OWN.get(kind.name, ()) for word in ("--set", value)]
    result = hub("new", kind.name, "--title", "Lärande Exchange of Young Judges", *COMMON, *own, *(["--bare"] if bare else []))
    assert result.exit_code == 0, result.output
    (path,) = [path for path in (hub.root / kind.folder).glob("*.yml") if "yaml-language-server" in path.read_text("utf-8")]
    assert path.stem.startswith(PLACES.get(kind.name, "se-larande-exchange"))
    assert [problem for problem in check_project(read_project(hub.root, DAY)).problems if problem.path.endswith(path.name)] == []
    text = path.read_text("utf-8")
    schema = text.splitlines()[0].partition("$schema=")[2]
    assert (path.parent / schema).resolve() == (hub.root / "schemas" / f"{kind.name}.json").resolve()
    assert ("are fields still empty" in text) == (not bare)


def test_uncommenting_the_empty_fields_gives_the_manual_back(hub):
    hub("new", "practice", "--title", "Exchange of young judges", *COMMON)
    text = next((hub.root / "practices/best-practices").glob("se-exchange*.yml")).read_text("utf-8")
    commented = {line[2:].partition(":")[0] for line in text.splitlines() if line.startswith("# ") and line[2:3].isalpha() and ":" in line.split(" ")[1]}
    assert {"problem", "approach", "lead", "period", "keywords"} <= commented


def test_interview_asks_again_until_the_answer_is_right(hub):
    answers = ["A new Agency", "SE", "An agency that does things.", "identfication", "identification", "2021", "current", "report-202, p. 1", "",
               "report-2021, p. 1", "", "state_agency", "police", ""]  # fmt: skip
    result = hub("new", "organisation", "--as-of", DAY.isoformat(), input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert 'did you mean "identification"?' in result.output and 'did you mean "report-2021"?' in result.output
    assert "Identification of victims" in result.output, "the allowed terms are listed with what they mean"
    assert "hub translate start LANG se-new-agency" in result.output
    assert (hub.root / "contacts/organisations/se-new-agency.yml").exists()


def test_what_is_missing_is_said_at_once(hub):
    result = hub("new", "organisation", "--title", "An agency", "--country", "XX", "--no-input")
    assert result.exit_code == 2
    for flag in ("--summary", "--theme", "--facts-of", "--source", "--set actor_type=", "--set roles=", "--country"):
        assert flag in result.output
    assert not list((hub.root / "contacts/organisations").glob("xx-*"))


def test_near_duplicates_are_shown_and_the_same_thing_is_refused(hub):
    before = sorted(hub.root.rglob("*.yml"))
    words = [word.replace("SE", "NO") for word in COMMON]
    result = hub("new", "practice", "--title", "A mixed team for outreach at night", *words)
    assert "no-night-outreach.yml" in result.output and result.exit_code == 0
    result = hub("new", "practice", "--title", "Outreach at night by a mixed team", *words)
    assert result.exit_code == 2 and "--anyway" in result.output
    assert len(sorted(hub.root.rglob("*.yml"))) == len(before) + 1
    elsewhere = hub("new", "practice", "--title", "Outreach at night by a mixed team", *COMMON)
    assert elsewhere.exit_code == 0 and "may be about the same" not in elsewhere.output


def test_names_lose_their_marks_and_their_small_words():
    assert slug("Människohandel på Østerbro: the þing of Łódź", 5) == "manniskohandel-pa-osterbro-thing-lodz"
    kind = KINDS["event"]
    answers = {"title": "Seminar on work", "countries": ["DK", "NO"], "scope": "nordic", "date": "2021-11-18", "as_of": "2021"}
    assert proposed_id(ROOT, kind, answers, ()) == "nordic-seminar-work-2021-11-18"
    assert proposed_id(ROOT, KINDS["practice"], answers, ("nordic-seminar-work",)) == "nordic-seminar-work-2"
