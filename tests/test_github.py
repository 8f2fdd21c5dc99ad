"""Issue forms and what becomes of them, changes in words, owners and workflows; everything a workflow does is run here."""

import json
import re
import shutil
import subprocess

import pytest
import yaml
from check_jsonschema import main as check_schema
from click.testing import CliRunner
from conftest import DAY, ROOT
from hub.check import check_project
from hub.cli import main
from hub.document import parse
from hub.github.issue_forms import form_files, forms
from hub.github.owners import owners
from hub.kinds import KINDS
from hub.project import read_project

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
AGENCY = "contacts/organisations/no-agency.yml"


# ------------------------------------------------------------------------------------------------------ files for GitHub


def test_forms_and_owners_are_in_step_with_the_kinds():
    files = form_files() | {".github/CODEOWNERS": owners(read_project(ROOT, DAY))}
    for path, text in files.items():
        assert (ROOT / path).read_text("utf-8") == text, f"{path}: run hub forms"
    assert {f".github/ISSUE_TEMPLATE/{path.name}" for path in (ROOT / ".github/ISSUE_TEMPLATE").iterdir()} <= files.keys()


def valid(schema, *paths):
    result = CliRunner().invoke(check_schema, ["--builtin-schema", schema, *map(str, paths)])
    assert result.exit_code == 0, result.output


def test_forms_are_forms_and_workflows_workflows():
    valid("vendor.github-issue-forms", *(ROOT / ".github/ISSUE_TEMPLATE" / form.file for form in forms()))
    valid("vendor.github-workflows", *WORKFLOWS)
    valid("vendor.dependabot", ROOT / ".github/dependabot.yml")


def test_labels_tell_a_form_and_its_fields_apart():
    for form in forms():
        assert len({field.label for field in form.fields}) == len(form.fields)
        for field in form.fields:
            assert field.kind != "dropdown" or 1 < len(field.options) <= 60


def test_every_folder_and_language_has_owners(project):
    text = owners(project)
    for kind in KINDS.values():
        assert f"/{kind.folder.partition('/')[0]}/ " in text
    for language in project.languages[1:]:
        assert f"*.{language}.yml" in text and f"/docs/{language}/" in text


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_are_careful(path):
    flow = yaml.safe_load(path.read_text("utf-8"))
    triggers = flow[True]  # YAML 1.1 reads "on" as a yes
    assert "pull_request_target" not in triggers, "code of a fork never runs with rights"
    assert "permissions" in flow, "every workflow says what it may do"
    steps = [step for job in flow["jobs"].values() for step in job["steps"]]
    for step in steps:
        assert "${{" not in step.get("run", ""), "values reach a script through the environment, never as part of it"
        assert not re.search(r"secrets\.", json.dumps(step))
    if "pull_request" in triggers:
        assert set(flow["permissions"].values()) == {"read"}
    if "workflow_run" in triggers:
        assert not any("checkout" in step.get("uses", "") for step in steps), "what has rights runs nothing of the pull request"
    for words in re.findall(r"\.venv/bin/hub \"?([$\w]+)", path.read_text("utf-8")):
        assert words in main.commands or words == "$COMMAND"


# --------------------------------------------------------------------------------------------------------- filled forms


def filled(form_name, **answers):
    """An issue's text, as GitHub makes it from a form."""
    form = next(form for form in forms() if form.file.startswith(form_name))
    parts = []
    for field in form.fields:
        answer = answers.get(field.name, "")
        labels = dict(field.options)
        if field.options and answer:
            answer = ", ".join(labels[value] for value in answer) if field.many else labels[answer]
        parts.append(f"### {field.label}\n\n{answer or '_No response_'}")
    return "\r\n\r\n".join([*parts, "### Before you send\n\n- [X] Nothing in it leads to a person or to a shelter's place."]).replace("\n", "\r\n")


@pytest.fixture
def hub(mini):
    for kind in KINDS.values():
        (mini / kind.folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / kind.folder / "_example.yml", mini / kind.folder)

    def run(body, code=0):
        event = mini.parent / "event.json"
        event.write_text(json.dumps({"action": "opened", "issue": {"number": 7, "body": body}}), "utf-8")
        answer = mini.parent / "answer.md"
        result = CliRunner().invoke(main, ["form", str(event), "--event", "--answer", str(answer), "--root", str(mini), "--as-of", DAY.isoformat()])
        assert result.exit_code == code, result.output
        assert not [problem for problem in check_project(read_project(mini, DAY)).problems if problem.severity == "error"]
        return result.stdout.strip().splitlines()[-1] if code == 0 else "", answer.read_text("utf-8")

    run.root = mini
    return run


PRACTICE = {
    "title": "Interpreters on call: help at once", "countries": ["NO", "SE"], "summary": "Interpreters answer\nwithin minutes.",
    "themes": ["identification", "health-and-trauma"], "status": "current", "as_of": "2021", "sources": "report-2021, p. 3\nreport-2021, p. 9",
    "approach": "- A list of interpreters is kept: day and night.\n- The police call them. [report-2021, p. 5]", "lead_names": "The agency",
}  # fmt: skip


def test_a_suggested_practice_becomes_a_checked_file(hub):
    path, says = hub(filled("suggest", **PRACTICE))
    data = parse((hub.root / path).read_bytes())
    assert path == "practices/best-practices/cross-interpreters-call-help-once.yml"
    assert data["countries"] == ["NO", "SE"] and data["themes"] == ["identification", "health-and-trauma"]
    assert data["approach"] == [{"text": "A list of interpreters is kept: day and night.", "cite": "report-2021, p. 3"}, {"text": "The police call them.", "cite": "report-2021, p. 5"}]
    assert data["summary"] == "Interpreters answer within minutes." and data["reviewed"] == DAY.isoformat()


UNCLEAR = {
    "a required field is empty": ({"summary": ""}, "Summary"),
    "no such source": ({"sources": "my-report, p. 3"}, 'no source "my-report"'),
    "a source without a place": ({"sources": "report-2021"}, "where in"),
    "no date": ({"as_of": "last year"}, "is not a date"),
    "a telephone number": ({"approach": "Call +47 22 33 44 55 at night."}, "contact-in-text"),
    "an address": ({"approach": "The house is at Storgata 12."}, "address-in-text"),
    "too long a title": ({"title": "T" * 141}, "at most 140 fit"),
    "field names in an answer": ({"summary": "x" * 1300}, "summary"),
}


@pytest.mark.parametrize("name", UNCLEAR)
def test_what_is_missing_is_said_in_words_and_nothing_is_written(hub, name):
    change, words = UNCLEAR[name]
    before = {path: path.read_bytes() for path in hub.root.rglob("*.yml")}
    _, says = hub(filled("suggest", **PRACTICE | change), code=1)
    assert words in says
    assert {path: path.read_bytes() for path in hub.root.rglob("*.yml")} == before


def test_an_answer_cannot_become_fields_or_yaml(hub):
    path, _ = hub(filled("suggest", **PRACTICE | {"summary": "One.\n\n### Status\n\nended\ncontacts:\n  - x: !!python/object y", "lead_names": "A: [b, {c: d}] # e"}))
    data = parse((hub.root / path).read_bytes())
    assert "contacts" not in data and data["lead_names"] == ["A: [b, {c: d}] # e"]


@pytest.mark.parametrize("body", ["", "hello", "### Title\n\nonly a title", None])
def test_other_issues_are_no_forms(hub, body):
    _, says = hub(body, code=1)
    assert "not one of the forms" in says


def contact(**answers):
    return filled("correct", **{"entry": "https://mini.example.org/hub/organisations/no-agency/", "type": "phone", "url": "https://agency.example.org/new",
                                "taken_on": "2026-11-20", "what": "changed"} | answers)  # fmt: skip


def channels(root):
    return parse((root / AGENCY).read_bytes())["contacts"]


def test_a_changed_number_is_unverified_again(hub):
    before = (hub.root / AGENCY).read_text("utf-8")
    phone = next(channel for channel in channels(hub.root) if channel["type"] == "phone")
    path, says = hub(contact(label=phone["label"], value="22 99 88 77", e164="+4722998877"))
    now = next(channel for channel in channels(hub.root) if channel["type"] == "phone")
    assert path == AGENCY and now["value"] == "22 99 88 77" and now["e164"] == "+4722998877"
    assert now["page"]["url"] == "https://agency.example.org/new" and now["page"]["taken_on"] == "2026-11-20"
    assert "verified_on" not in now and "verified_by_role" not in now
    after = (hub.root / AGENCY).read_text("utf-8")
    assert [line for line in before.splitlines() if "  " not in line[:2]] == [line for line in after.splitlines() if "  " not in line[:2]]


def test_a_checked_number_says_when_and_in_which_role(hub):
    phone = next(channel for channel in channels(hub.root) if channel["type"] == "phone")
    _, says = hub(contact(label=phone["label"], what="checked"), code=1)
    assert "Your role" in says
    hub(contact(label=phone["label"], what="checked", role="editor: Norway"))
    now = next(channel for channel in channels(hub.root) if channel["type"] == "phone")
    assert now["verified_on"] == "2026-11-20" and now["verified_by_role"] == "editor: Norway" and now["value"] == phone["value"]


def test_a_contact_that_is_gone_goes(hub):
    had = channels(hub.root)
    hub(contact(label=next(channel["label"] for channel in had if channel["type"] == "phone"), what="gone"))
    assert len(parse((hub.root / AGENCY).read_bytes()).get("contacts", [])) == len(had) - 1


@pytest.mark.parametrize("answers, words", [({"entry": "no-such"}, "no entry"), ({"label": "Another"}, "Which of its contacts"), ({"value": ""}, "New number"),
                                            ({"value": "+47 912 34 567", "e164": "+4791234567"}, "mobile-number"), ({"url": "agency"}, "web address"),
                                            ({"value": "22 99 88 77", "e164": "call me"}, "plus sign"), ({"taken_on": "yesterday"}, "is not a day")])  # fmt: skip
def test_a_wrong_contact_is_not_written(hub, answers, words):
    phone = next(channel for channel in channels(hub.root) if channel["type"] == "phone")
    before = (hub.root / AGENCY).read_bytes()
    _, says = hub(contact(**{"label": phone["label"], "value": "22 99 88 77", "e164": "+4722998877"} | answers), code=1)
    assert words in says and (hub.root / AGENCY).read_bytes() == before


def test_a_reported_problem_stays_an_issue(hub):
    before = {path: path.read_bytes() for path in hub.root.rglob("*.yml")}
    result = CliRunner().invoke(main, ["form", "-h"])
    assert result.exit_code == 0
    event = hub.root.parent / "body.md"
    event.write_text(filled("report", page="/x/", problem="It is wrong."), "utf-8")
    assert CliRunner().invoke(main, ["form", str(event), "--root", str(hub.root)]).exit_code == 0
    assert {path: path.read_bytes() for path in hub.root.rglob("*.yml")} == before


# ------------------------------------------------------------------------------------------------------ changes in words


@pytest.fixture
def repository(mini):
    def git(*words):
        done = subprocess.run(["git", "-C", mini, "-c", "user.name=T", "-c", "user.email=t@t.invalid", *words], check=True, capture_output=True)
        return done.stdout.decode().strip()

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    return mini, git


def words_of(root, *revisions):
    result = CliRunner().invoke(main, ["changes", *revisions, "--root", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def test_changes_are_told_in_words(repository):
    root, git = repository
    entry = root / "practices/best-practices/no-night-outreach.yml"
    text = entry.read_text("utf-8")
    entry.write_text(text.replace("met 120", "met 130").replace("review_due: 2028-11-01", "review_due: 2029-02-01").replace("maturity: promising", "maturity: good"), "utf-8")
    shutil.copy(entry, entry.with_name("no-day-outreach.yml"))
    (root / "docs/en/index.md").write_text("---\ntitle: Home\n---\n\n# Home\n", "utf-8")
    (root / AGENCY).with_name("no-agency.sv.yml").write_text("translation: {state: draft}\ntitle: Myndigheten\n", "utf-8")
    now = words_of(root, "HEAD")
    git("add", ".")
    git("commit", "-qm", "second")
    assert words_of(root, "HEAD~1", "HEAD") == now, "the same for files as they are and for a commit"
    assert "`/practices/no-night-outreach/`: Maturity (promising → good); What came of it (1 changed)" in now
    assert "next review 1 Nov 2028 → 1 Feb 2029" in now or "next review 1 November 2028 → 1 February 2029" in now
    assert re.search(r"### Translations that become outdated\n\n- Outreach at night by a mixed team: sv: What came of it\n", now)
    assert re.search(r"### New pages\n\n.*no-day-outreach", now) and "Swedish: new, " in now and "`docs/en/index.md`" in now
    assert words_of(root, "HEAD") == "Nothing that readers see changes.\n"
    git("rm", "-q", "practices/best-practices/no-day-outreach.yml")
    assert re.search(r"### Pages that go\n\n.*no-day-outreach", words_of(root, "HEAD"))


def test_a_broken_file_and_an_unknown_commit(repository):
    root, _ = repository
    (root / AGENCY).write_text("title: [broken\n", "utf-8")
    assert f"`{AGENCY}`: the check says why" in words_of(root, "HEAD")
    result = CliRunner().invoke(main, ["changes", "no-such-commit", "--root", str(root)])
    assert result.exit_code == 2 and "git knows no commit" in result.output
