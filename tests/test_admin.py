"""The web form, in a real browser on a local repository: a field is changed and saved, and the file passes the check.

The browser's own private file system stands in for the folder that a person would pick: handles of the same kind, without the
dialogue of the operating system, which no test can click.
"""

import functools
import http.server
import json
import re
import threading

import pytest
import yaml
from conftest import DAY, ROOT, Quiet
from hub.admin import POLICY, NotInstalled, config, write_admin
from hub.build import build
from hub.check import check_project
from hub.document import parse
from hub.kinds import KINDS
from hub.load import FOLDERS
from hub.project import read_project
from jsonschema import Draft7Validator

PACKAGES = ROOT / "admin" / "node_modules"
ENTRY = "practices/best-practices/no-night-outreach.yml"
PICKER = """window.showDirectoryPicker = async () => await navigator.storage.getDirectory();
if (!FileSystemHandle.prototype.requestPermission) FileSystemHandle.prototype.requestPermission = async () => "granted";"""
SEED = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", {create: true});
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
    const stream = await (await folder.getFileHandle(parts.at(-1), {create: true})).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, path + name + "/");
      else found[path + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""


def test_configuration_is_what_the_program_takes(project):
    schema = json.loads((PACKAGES / "@sveltia/cms/schema/sveltia-cms.json").read_text("utf-8"))
    errors = [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in Draft7Validator(schema).iter_errors(config(project))]
    assert errors == []


def test_every_field_and_term_is_in_the_form(project):
    made = {collection["name"]: collection for collection in config(project)["collections"]}
    assert made.keys() == KINDS.keys()
    for name, kind in KINDS.items():
        fields = {field["name"]: field for field in made[name]["fields"]}
        assert fields.keys() == kind.model.model_fields.keys()
        assert all(field["required"] == kind.model.model_fields[key].is_required() for key, field in fields.items())
        assert fields["title"]["i18n"] and "i18n" not in fields["reviewed"]
    assert config(project)["i18n"]["locales"] == list(project.languages)


@pytest.fixture
def form(mini, tmp_path, browser):
    """(page on which the miniature hub is open as a local repository, the files it started from)."""
    out = tmp_path / "www" / "admin"
    write_admin(read_project(mini, DAY), PACKAGES, out)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    files = {path.relative_to(mini).as_posix(): path.read_text("utf-8") for folder in FOLDERS for path in (mini / folder).rglob("*.yml")}
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.add_init_script(PICKER)
    page = context.new_page()
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    address = f"http://127.0.0.1:{server.server_port}/"
    page.goto(address + "admin/")
    page.evaluate(SEED, files)
    page.reload()
    page.get_by_role("button", name="Work with Local Repository").click()
    page.get_by_text("Practices").first.wait_for()
    page.address = address
    yield page, files
    context.close()
    server.shutdown()


def open_entry(page, kind, entry_id):
    page.goto(f"{page.address}admin/#/collections/{kind}/entries/{entry_id}")
    page.get_by_role("textbox", name="Title").first.wait_for()


def saved(page, mini, files):
    """Press save, put what changed back into the project, and give {path: text} of it."""
    page.get_by_role("button", name="Save").first.click()
    for _ in range(100):
        page.wait_for_timeout(100)
        changed = {path: text for path, text in page.evaluate(READ).items() if files.get(path) != text}
        if changed:
            break
    page.wait_for_timeout(500)
    changed = {path: text for path, text in page.evaluate(READ).items() if files.get(path) != text}
    for path, text in changed.items():
        (mini / path).write_text(text, "utf-8")
    return changed


def test_a_field_is_changed_and_saved(form, mini):
    page, files = form
    before = check_project(read_project(mini, DAY)).loaded
    open_entry(page, "practice", "no-night-outreach")
    page.get_by_role("textbox", name="Title").first.fill("Outreach after dark by a mixed team")
    changed = saved(page, mini, files)
    assert ENTRY in changed and set(changed) <= {ENTRY, ENTRY.replace(".yml", ".sv.yml")}
    checked = check_project(read_project(mini, DAY))
    assert [problem.code for problem in checked.problems] == ["translation-outdated"], checked.problems
    entry, old = checked.loaded.records["no-night-outreach"].entry, before.records["no-night-outreach"].entry
    assert entry == old.model_copy(update={"title": "Outreach after dark by a mixed team"}), "nothing else has changed"
    states = checked.loaded.matches["no-night-outreach", "sv"].states
    assert {path for path, state in states.items() if state != "current"} == {"title"}
    assert checked.loaded.translations["no-night-outreach", "sv"].texts == before.translations["no-night-outreach", "sv"].texts


@pytest.mark.parametrize("kind, entry_id", [("organisation", "no-agency"), ("shelter", None), ("comparison", "nordic-cmp-lengths"), ("event", "nordic-seminar-2021")])
def test_other_kinds_lose_nothing_either(form, mini, kind, entry_id):
    page, files = form
    before = check_project(read_project(mini, DAY)).loaded.records
    entry_id = entry_id or next(record.id for record in before.values() if record.kind.name == kind)
    open_entry(page, kind, entry_id)
    page.get_by_role("textbox", name="Summary").first.fill("Said in other words.")
    assert before[entry_id].path in saved(page, mini, files)
    checked = check_project(read_project(mini, DAY))
    assert not [problem for problem in checked.problems if problem.severity == "error"], checked.problems
    assert checked.loaded.records[entry_id].entry == before[entry_id].entry.model_copy(update={"summary": "Said in other words."})


def test_nothing_comes_from_elsewhere(form):
    page, _ = form
    open_entry(page, "practice", "no-night-outreach")
    page.wait_for_timeout(500)
    assert {url.split("/")[2] for url in page.asked if url.startswith("http")} - {page.address.split("/")[2]} == set(), page.asked
    assert page.evaluate("document.fonts.check('24px \"Material Symbols Outlined\"')")
    assert "'unsafe-eval'" not in POLICY and "jsdelivr" not in (ROOT / "hooks/hub/admin.py").read_text("utf-8").split("POLICY = (")[1]


def test_fingerprints_written_as_groups_are_understood(mini):
    path = mini / ENTRY.replace(".yml", ".sv.yml")
    data = parse(path.read_bytes())
    nested = {}
    for key, stamp in data["fingerprints"].items():
        parts = key.split(".")
        if len(parts) == 1:
            nested[key] = stamp
        else:
            nested.setdefault(parts[0], []).append({parts[2]: stamp})
    text = path.read_text("utf-8").split("fingerprints:")[0]
    path.write_text(text + "fingerprints: " + json.dumps(nested) + "\n", "utf-8")
    assert check_project(read_project(mini, DAY)).problems == ()


NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+|true|false", re.I)


def test_no_text_of_the_hub_is_a_number_to_the_form():
    """Its YAML reader would take a bare 9.00 for 9 and a bare +4570202550 for 4570202550, and write it back so."""
    found = []
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*.yml"):
            for event in yaml.parse(path.read_text("utf-8"), Loader=yaml.CSafeLoader):
                bare = isinstance(event, yaml.ScalarEvent) and event.style is None and NUMBER.fullmatch(event.value)
                if bare and not plain(event.value):
                    found.append(f"{path}:{event.start_mark.line + 1}: {event.value}")
    assert found == [], "put these in quotes"


def plain(value):
    """Whether a number is written as it would be written back."""
    if value.isdigit():
        return str(int(value)) == value
    try:
        return repr(float(value)) == value
    except ValueError:
        return value in ("true", "false")


def test_the_form_is_there_only_when_it_is_asked_for(mini):
    """Also in the second build after: the folder of the build before is used again, and the form must not come back with it."""
    def made(**more):
        built = build(read_project(mini, DAY), mini / "site", 1, pages_only=True, **more)
        assert not built.failed
        return (mini / "site/admin/index.html").is_file()

    assert made(admin=PACKAGES)
    assert [made(), made(), made()] == [False, False, False]
    with pytest.raises(NotInstalled):
        made(admin=mini / "nowhere")
