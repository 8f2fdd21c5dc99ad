"""Files -> Records and Translations, with every problem of every file.

A file that is broken is left out and reported; the others go on, so that one typo gives one problem.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from hub.document import place, problem_at, read_bytes, read_document
from hub.kinds import KINDS
from hub.problem import WARNING, Problem, Unusable
from hub.shape import closest, kind_of, shape
from hub.translation import DRAFT, REVIEWED, Translation, translatable_fields

FOLDERS = tuple(sorted({PurePosixPath(kind.folder).parts[0] for kind in KINDS.values()}))
EXAMPLE = "_example"


@dataclass(slots=True)
class Loaded:
    """records: by id. translations: {(id, language): Translation}. problems: of all files, in no order."""

    records: dict = field(default_factory=dict)
    translations: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)


def entry_files(root):
    """(paths, problems): the files of all entry folders, relative to `root` and sorted."""
    paths, problems = [], []
    for top in FOLDERS:
        for folder, names, files in os.walk(Path(root) / top):
            here = PurePosixPath(Path(folder).relative_to(root).as_posix())
            for name in [name for name in names if os.path.islink(os.path.join(folder, name))]:
                problems.append(Problem(str(here / name), 1, 1, "link", "this is a link, not a folder", "put the folder itself here"))
            for name in files:
                if name.startswith("."):
                    continue
                path = str(here / name)
                if not name.endswith(".yml"):
                    problems.append(
                        Problem(path, 1, 1, "unexpected-file", "only files that end in .yml are read here",
                                "rename it, or move it out of the folder", severity=WARNING)
                    )  # fmt: skip
                elif kind_of(path) is None:
                    problems.append(Problem(path, 1, 1, "unexpected-file", "no kind of entry lives in this folder",
                                            "folders: " + ", ".join(kind.folder for kind in KINDS.values())))  # fmt: skip
                elif not name.startswith("_"):
                    paths.append(path)
    return sorted(paths), problems


def load(root, languages, read=read_document):
    """Read all entries below `root`.

    languages: codes that translations may have. read: gives the Document of (root, path); a Store's own reads only what
    changed since the last run.
    """
    paths, problems = entry_files(root)
    loaded = Loaded(problems=problems)
    translations = []
    for path in paths:
        try:
            document = read(root, path)
            stem, _, language = PurePosixPath(path).stem.partition(".")
            if language:
                translations.append((path, stem, language, document))
            else:
                add_record(loaded, shape(document, kind_of(path), lambda: read_bytes(root, path)))
        except Unusable as error:
            loaded.problems.extend(error.problems)
    for path, stem, language, document in translations:
        add_translation(loaded, root, languages, path, stem, language, document)
    return loaded


def add_record(loaded, record):
    other = loaded.records.get(record.id)
    if other:
        loaded.problems.append(
            Problem(record.path, 1, 1, "duplicate-id", f'the id "{record.id}" is taken by {other.path}', "choose another file name")
        )
    else:
        loaded.records[record.id] = record


def add_translation(loaded, root, languages, path, stem, language, document):
    if language not in languages:
        hint = closest(language, languages) or f"languages: {', '.join(languages)}"
        loaded.problems.append(Problem(path, 1, 1, "unknown-language", f'the hub has no language "{language}"', hint))
        return
    record = loaded.records.get(stem)
    if record is None or PurePosixPath(record.path).parent != PurePosixPath(path).parent:
        broken = any(problem.path == str(PurePosixPath(path).parent / f"{stem}.yml") for problem in loaded.problems)
        if not broken:
            loaded.problems.append(
                Problem(path, 1, 1, "translation-orphan", f'there is no entry "{stem}" beside this translation',
                        closest(stem, loaded.records) or "put it in the entry's folder, under the entry's name")
            )  # fmt: skip
        return
    try:
        loaded.translations[stem, language] = shape_translation(document, record.kind, language, lambda: read_bytes(root, path))
    except Unusable as error:
        loaded.problems.extend(error.problems)


def shape_translation(document, kind, language, raw):
    """The Translation in a Document; raises Unusable with every fault of the file."""
    faults, texts = [], {}
    data = dict(document.data)
    about = data.pop("translation", {})
    stamps = data.pop("fingerprints", {})
    walk(data, kind.model, (), texts, faults)
    if not isinstance(about, dict) or about.get("state") not in (DRAFT, REVIEWED):
        faults.append((("translation", "state"), "translation-state", 'a translation is "draft" or "reviewed"',
                       "write  translation: {state: draft}"))  # fmt: skip
        about = {}
    for name in about:
        if name not in ("state", "reviewed_by_role"):
            faults.append((("translation", name), "unknown-field", f'"translation" has no field "{name}"', "it has state and reviewed_by_role"))
    if about.get("state") == REVIEWED and not about.get("reviewed_by_role"):
        faults.append((("translation", "state"), "translation-state", "a reviewed translation names the reviewer's role",
                       "add reviewed_by_role, such as: legal translator"))  # fmt: skip
    if not isinstance(stamps, dict) or any(not isinstance(stamp, str) for stamp in stamps.values()):
        faults.append((("fingerprints",), "wrong-type", '"fingerprints" should hold one line for each text', "run: hub translate stamp"))
        stamps = {}
    if faults:
        text = raw()
        raise Unusable(
            [problem_at(document.path, text, *place(text, path), code, message, hint) for path, code, message, hint in faults]
        )
    return Translation(language, document.path, document.digest, about["state"], about.get("reviewed_by_role", ""), texts, stamps)


def walk(data, model, path, texts, faults):
    """Collect the texts of translated `data`, whose fields must be translatable ones of `model`."""
    fields = translatable_fields(model)
    for name, value in data.items():
        here, kind = (*path, name), fields.get(name)
        if kind is None:
            reason = "is a fact: it stands in the entry only" if name in model.model_fields else "is not a field"
            faults.append((here, "unknown-field", f'"{name}" {reason}', closest(name, fields) or "a translation holds texts only"))
        elif kind == "text":
            if isinstance(value, str) and value.strip():
                texts[".".join(map(str, here))] = value.strip()
            else:
                faults.append((here, "wrong-type", f'"{name}" should be text', ""))
        elif kind[1] and isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    walk(item, kind[0], (*here, index), texts, faults)
                elif item is not None:
                    faults.append(((*here, index), "wrong-type", f'an item of "{name}" should hold "text:"', ""))
        elif not kind[1] and isinstance(value, dict):
            walk(value, kind[0], here, texts, faults)
        else:
            faults.append((here, "wrong-type", f'"{name}" should be {"a list" if kind[1] else "a group of fields"}', ""))


