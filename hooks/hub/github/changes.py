"""What changed between two states of the project, in words: on which pages, which translations it made outdated, which dates moved."""

import io
import re
import tarfile
import tempfile
from collections import Counter, defaultdict
from contextlib import contextmanager
from pathlib import Path

from hub.check import entry_of
from hub.history import git
from hub.labels import labels
from hub.load import FOLDERS, load
from hub.shape import kind_of
from hub.shown import ROWS, SECTIONS
from hub.translation import CURRENT, OUTDATED

COMMON = {"title": "Title", "summary": "Summary", "themes": "Themes", "status": "Status", "as_of": "Date of the facts", "countries": "Countries", "sources": "Sources",
          "notes": "Keep in mind", "contacts": "Contacts", "names": "Official names"}  # fmt: skip
DATES = ("reviewed", "review_due")


class NoSuchCommit(Exception):
    """The name of a commit that git does not know."""


@contextmanager
def checked_out(root, revision):
    """A folder with the project's content as in a commit; the project itself without one."""
    if not revision:
        yield Path(root)
        return
    packed = git(root, "archive", "--format=tar", revision, "--", *[folder for folder in FOLDERS if git(root, "ls-tree", revision, folder)])
    if not packed:
        raise NoSuchCommit(revision)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def changed_paths(root, base, head):
    """Files that differ, new ones included, relative to the root."""
    names = git(root, "diff", "--name-only", "--relative", "-z", base, *([head] if head else [])).decode().split("\0")
    if not head:
        names += git(root, "ls-files", "--others", "--exclude-standard", "-z").decode().split("\0")
    return sorted({name for name in names if name})


def changes(project, base, head=""):
    """The Markdown of a comment. base and head: names of commits; without a head, the files as they are now."""
    root = project.root
    for revision in filter(None, (base, head)):
        if not git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"):
            raise NoSuchCommit(revision)
    paths = changed_paths(root, base, head)
    entries = {entry_of(path) for path in paths if path.endswith(".yml") and path.split("/")[0] in FOLDERS and kind_of(path) and not path.rpartition("/")[2].startswith("_")}
    with checked_out(root, base) as before, checked_out(root, head) as after:
        old, new = (load(folder, project.languages, only=lambda path: entry_of(path) in entries) for folder in (before, after))
    lines = []
    lines += section("New pages", [f"- **{record.entry.title}** ({record.kind.name}): {page(record)}" for key, record in sorted(new.records.items()) if key not in old.records])
    lines += section("Pages that go", [f"- **{record.entry.title}**: {page(record)}" for key, record in sorted(old.records.items()) if key not in new.records])
    changed = [(old.records[key], record) for key, record in sorted(new.records.items()) if key in old.records]
    lines += section("Changed pages", [line for one, other in changed if (line := described(one, other))])
    lines += section("Review dates", [line for one, other in changed if (line := dates_moved(one, other))])
    lines += section("Translations that become outdated", outdated(old, new))
    lines += section("Translations", translated(old, new))
    lines += section("Written pages", [f"- `{path}`" for path in paths if path.startswith("docs/")])
    others = [path for path in paths if path.split("/")[0] not in (*FOLDERS, "docs")]
    lines += section("Other files", [f"- `{path}`" for path in others[:20]] + ([f"- and {len(others) - 20} more"] if len(others) > 20 else []))
    broken = {problem.path for problem in new.problems if problem.path in paths and problem.severity == "error"}
    lines += section("Could not be read", [f"- `{path}`: the check says why" for path in sorted(broken)])
    return "\n".join(lines).strip() + "\n" if lines else "Nothing that readers see changes.\n"


def section(heading, lines):
    return [f"### {heading}", "", *lines, ""] if lines else []


def page(record):
    return f"`/{record.address}`"


def described(old, new):
    """A line on one entry, or nothing when only its dates moved."""
    names = [name for name in type(new.entry).model_fields if name not in DATES and getattr(new.entry, name) != getattr(old.entry, name, None)]
    if not names:
        return ""
    return f"- **{new.entry.title}**: {page(new)}: " + "; ".join(field_change(old, new, name) for name in names)


def field_change(old, new, name):
    label = field_label(new.kind.name, name)
    before, after = getattr(old.entry, name, None), getattr(new.entry, name)
    if not before or not after:
        return f"{label} ({'added' if after else 'taken out'})"
    if isinstance(after, tuple):
        gone, come = Counter(map(repr, before)) - Counter(map(repr, after)), Counter(map(repr, after)) - Counter(map(repr, before))
        changed = min(gone.total(), come.total())
        counts = [(changed, "changed"), (come.total() - changed, "added"), (gone.total() - changed, "taken out")]
        words = ", ".join(f"{number} {what}" for number, what in counts if number) or "another order"
        return f"{label} ({words})"
    return f"{label} ({before} → {after})" if len(str(before)) + len(str(after)) < 60 and not hasattr(type(after), "model_fields") else label


def field_label(kind, name):
    """The words under which a page shows a field."""
    shown = {section.field: section.heading for section in SECTIONS.get(kind, ())} | {row.field: row.label for row in ROWS.get(kind, ())} | COMMON
    return shown.get(name, name.replace("_", " ").capitalize())


def dates_moved(old, new):
    words = labels("en")
    moved = [f"{what} {words.date(getattr(old.entry, name))} → {words.date(getattr(new.entry, name))}"
             for name, what in zip(DATES, ("reviewed", "next review"), strict=True) if getattr(old.entry, name) != getattr(new.entry, name)]  # fmt: skip
    return f"- {new.entry.title}: {', '.join(moved)}" if moved else ""


def outdated(old, new):
    """Texts whose translation was right before and is not any more, entry by entry."""
    found = defaultdict(lambda: defaultdict(list))
    for (key, language), match in new.matches.items():
        before = old.matches.get((key, language))
        for path, state in match.states.items():
            stamped = path in new.translations[key, language].fingerprints  # without one it was never said to be right
            if state == OUTDATED and stamped and not (before and before.states.get(path) == OUTDATED):
                found[key][language].append(path)
    return [f"- {new.records[key].entry.title}: " + "; ".join(f"{language}: {fields_in_words(new.records[key], paths)}" for language, paths in sorted(by_language.items()))
            for key, by_language in sorted(found.items())]  # fmt: skip


def fields_in_words(record, paths):
    names = Counter(field_label(record.kind.name, path.split(".")[0]) for path in paths)
    return ", ".join(name if number == 1 else f"{name} ({number})" for name, number in names.items())


def translated(old, new):
    """Translations that came, grew or were reviewed."""
    lines = []
    for (key, language), now in sorted(new.translations.items()):
        then = old.translations.get((key, language))
        record, match = new.records[key], new.matches[key, language]
        if then and then.texts == now.texts and then.fingerprints == now.fingerprints and then.state == now.state:
            continue
        complete = f"{match.count(CURRENT)} of {len(match.states)} texts"
        what = "new" if not then else f"{then.state} → {now.state}" if then.state != now.state else "changed"
        name = re.sub(r"^\w", lambda sign: sign[0].upper(), labels("en").language_name(language))
        lines.append(f"- {record.entry.title}, {name}: {what}, {complete}, {now.state}")
    lines += [f"- {old.records[key].entry.title}, {language}: taken out" for key, language in sorted(old.translations.keys() - new.translations.keys()) if key in new.records]
    return lines
