"""House rules that a machine can hold."""

import ast
import re
from pathlib import Path

import hub
import pytest
from hub.document import parse_document
from hub.kinds import KINDS
from hub.labels import FOLDER
from hub.pages import PAGES
from hub.problem import Unusable
from hub.shape import kind_of, shape
from hub.shown import ROWS, SECTIONS
from hub.vocabulary import vocabulary, vocabulary_names

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "hooks" / "hub"
MODULES = sorted(path for path in LIBRARY.rglob("*.py"))
LONGEST = 420  # lines


def name_of(path):
    """"hub/pages/home.py" -> "pages": the name that the drawing uses."""
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def imports_of(path):
    """Full names of everything a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            if node.module == "hub":
                yield from (f"hub.{alias.name}" for alias in node.names)


def drawing():
    """Rows of the package docstring's drawing, top first."""
    rows = re.findall(r"^    ([a-z_]+(?:  ?[a-z_]+)*?)(?:   .*)?$", hub.__doc__.split("What flows where")[0], re.M)
    return [row.split() for row in rows]


def test_drawing_names_every_module():
    drawn = [name for row in drawing() for name in row]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == {name_of(path) for path in MODULES} - {"__init__", "__main__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_no_module_imports_upwards(path):
    if name_of(path) in ("__init__", "__main__"):
        return
    height = {name: -row for row, names in enumerate(drawing()) for name in names}
    mine = name_of(path)
    for imported in imports_of(path):
        if imported.startswith("hub."):
            other = imported.split(".")[1]
            assert other == mine or height[other] < height[mine], f"{mine} imports {other}"


def test_no_cycles_inside_packages():
    for folder in ("kinds", "pages", "outputs", "rules"):
        graph = {}
        for path in (LIBRARY / folder).glob("*.py"):
            if path.stem != "__init__":
                graph[path.stem] = {name.split(".")[2] for name in imports_of(path) if name.startswith(f"hub.{folder}.")}
        seen = []
        while graph:
            free = [name for name, needs in graph.items() if needs <= set(seen)]
            assert free, f"cycle among {sorted(graph)}"
            seen.extend(free)
            for name in free:
                del graph[name]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_library_knows_no_generator(path):
    assert not [name for name in imports_of(path) if name.split(".")[0] in ("mkdocs", "properdocs", "mkdocs_static_i18n")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_modules_are_short_and_say_what_they_are(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(ast.parse(text))


def test_nobody_asks_for_the_time_inside():
    for path in MODULES:
        if path.name in ("cli.py", "options.py", "build.py"):
            continue
        assert not re.search(r"date\.today|datetime\.now|time\.time\(", path.read_text("utf-8")), path


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_is_whole(kind):
    assert kind.name in ROWS and kind.name in SECTIONS
    shown = {row.field for row in ROWS[kind.name]} | {section.field for section in SECTIONS[kind.name]}
    assert shown - {""} <= set(kind.model.model_fields)
    assert kind.name in vocabulary("kinds").terms
    example = ROOT / kind.folder / "_example.yml"
    raw = example.read_bytes()
    path = example.relative_to(ROOT).as_posix()
    try:
        (record,) = shape(parse_document(path, raw), kind_of(path), lambda: raw)
    except Unusable as error:
        pytest.fail("\n".join(map(str, error.problems)))
    shown = set(parse_document(path, raw).data) | set(re.findall(r"^# (\w+):", raw.decode(), re.M))
    common = set(KINDS["practice"].model.model_fields) if kind.name != "practice" else set()
    left_out = {"parent_name", "operator_name"}  # alternatives, named in a comment
    assert set(record.kind.model.model_fields) - common - left_out <= shown


def test_list_example_is_sound():
    path = "practices/recommendations/_example-list.yml"
    raw = (ROOT / path).read_bytes()
    own, first, second = shape(parse_document(path, raw), kind_of(path), lambda: raw)
    assert own.kind.name == "list" and first.listed_in == own.id
    assert first.entry.status == own.entry.status and second.entry.countries == ("NO",)


def test_every_page_type_has_a_template():
    for name in PAGES:
        assert (LIBRARY / "templates" / f"{name}.html").is_file()


def test_vocabularies_are_used():
    code = "\n".join(path.read_text("utf-8") for path in [*LIBRARY.rglob("*.py"), *LIBRARY.rglob("*.html")])
    for name in vocabulary_names():
        assert f'"{name}"' in code or name.removesuffix("_types") in KINDS, name


def test_no_template_is_left_over():
    texts = {path.name: path.read_text("utf-8") for path in (LIBRARY / "templates").glob("*.html")}
    code = "\n".join([*texts.values(), *(path.read_text("utf-8") for path in MODULES)])
    for name in texts:
        known = name.removesuffix(".html") in PAGES or name.removeprefix("entry_").removesuffix(".html") in KINDS
        assert known or f'"{name}"' in code, name


def test_catalogue_folder_holds_nothing_else():
    assert {path.suffix for path in FOLDER.iterdir() if path.is_file()} <= {".po", ".py"}


def test_project_speaks_of_itself_alone():
    """No machine path and no word of how the work was organised."""
    words = re.compile(r"/wor[k]/|/tm[p]/|\.\./share[d]|inventory/registe[r]")
    for path in [*ROOT.rglob("*.md"), *ROOT.rglob("*.py"), *ROOT.rglob("*.yml"), *ROOT.rglob("*.html"), *ROOT.rglob("*.toml")]:
        if not {".venv", ".cache", "site", "node_modules"} & set(path.relative_to(ROOT).parts) and path != Path(__file__):
            assert not words.search(path.read_text("utf-8")), path
