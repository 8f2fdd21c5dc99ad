"""Files -> Records and Translations, with every problem of every file.

A file that is broken is left out and reported; the others go on, so that one typo gives one problem.
"""

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from hub.document import place, problem_at, read_bytes
from hub.kinds import KINDS
from hub.packs import FOLDER as PACKS
from hub.picture import picture_problems
from hub.problem import WARNING, Problem, Unusable
from hub.shape import closest, is_list, kind_of, shape, stem_of
from hub.store import Store
from hub.translation import DRAFT, REVIEWED, Translation, match, steps_of, translatable_fields
from hub.withdrawn import clashes, read_withdrawn

FOLDERS = tuple(sorted({kind.folder.partition("/")[0] for kind in KINDS.values()}))
EXAMPLE = "_example"


@dataclass(slots=True)
class Loaded:
    """What the files say.

    records       by id
    translations  {(id, language): Translation}
    matches       {(id, language): Match}, each translation held against its entry
    kinds         {id: name of its kind} of all entries there are, also of those that were not read
    problems      of all files, in no order
    withdrawn     {id: Withdrawal} of entries that were taken back
    """

    records: dict = field(default_factory=dict)
    translations: dict = field(default_factory=dict)
    matches: dict = field(default_factory=dict)
    kinds: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)
    withdrawn: dict = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Files:
    """What there is to read, relative to the root and sorted: entries, translations by language, and files that are neither."""

    entries: tuple
    translations: dict
    problems: tuple

    def only(self, wanted):
        """Those of which `wanted(path)` holds."""
        translations = {language: tuple(filter(wanted, paths)) for language, paths in self.translations.items()}
        return Files(tuple(filter(wanted, self.entries)), translations, self.problems)

    def kinds(self, root):
        """{id: name of its kind} of all entries, broken ones too. Lists are only looked through for ids, not read."""
        kinds = {}
        for path in self.entries:
            name = kind_of(path).name
            kinds.setdefault(stem_of(path), "list" if is_list(path) else name)
            if is_list(path):
                try:
                    found = LISTED_ID.findall(read_bytes(root, path))
                except Unusable:
                    continue  # reported when it is read
                for record_id in found:
                    kinds.setdefault(record_id.decode(), name)
        return kinds


LISTED_ID = re.compile(rb"^ *- +id: +\"?([a-z0-9-]+)", re.M)


def find_files(root):
    """The Files below `root`."""
    entries, translations, problems = [], defaultdict(list), picture_problems(root)
    for top in FOLDERS:
        for folder, names, files in os.walk(Path(root) / top):
            here = Path(folder).relative_to(root).as_posix()
            if here == PACKS:
                continue  # plans of organisers, not entries
            for name in [name for name in names if os.path.islink(os.path.join(folder, name))]:
                problems.append(Problem(f"{here}/{name}", 1, 1, "link", "this is a link, not a folder", "put the folder itself here"))
            for name in files:
                path = f"{here}/{name}"
                if name.startswith("."):
                    continue
                if not name.endswith(".yml"):
                    problems.append(
                        Problem(path, 1, 1, "unexpected-file", "only files that end in .yml are read here",
                                "rename it, or move it out of the folder", severity=WARNING)
                    )  # fmt: skip
                elif kind_of(path) is None:
                    problems.append(Problem(path, 1, 1, "unexpected-file", "no kind of entry lives in this folder",
                                            "folders: " + ", ".join(kind.folder for kind in KINDS.values())))  # fmt: skip
                elif not name.startswith("_"):
                    language = stem_of(path).partition(".")[2]
                    (translations[language] if language else entries).append(path)
    return Files(tuple(sorted(entries)), {language: tuple(sorted(paths)) for language, paths in translations.items()}, tuple(problems))


def load(root, languages, store=None, only=None):
    """Read all entries and translations below `root`.

    languages  codes that translations may have
    store      a Store, which reads only what changed since an earlier run
    only       says of a path whether it is to be read, when not all are wanted
    """
    store = store or Store()
    found = find_files(root)
    files = found.only(only) if only else found
    loaded = load_entries(root, files, store)
    loaded.kinds = found.kinds(root)
    for language in sorted(files.translations):
        load_translations(root, files, loaded, languages, language, store)
    return loaded


def load_entries(root, files, store):
    """The Loaded of all entries, without translations."""
    loaded = Loaded(kinds=files.kinds(root), problems=list(files.problems))
    for path in files.entries:
        try:
            document = store.read(root, path)
            for record in store.keep(path, document.digest, lambda: shape(document, kind_of(path), lambda: read_bytes(root, path))):
                add_record(loaded, record)
        except Unusable as error:
            loaded.problems.extend(error.problems)
    loaded.withdrawn, problems = read_withdrawn(Path(root))
    loaded.problems.extend(problems)
    loaded.problems.extend(clashes(loaded.withdrawn, loaded.kinds))
    return loaded


def load_translations(root, files, loaded, languages, language, store):
    """Add all translations into one language to `loaded`, whose entries are there already."""
    for path in files.translations.get(language, ()):
        try:
            if language not in languages:
                hint = closest(language, languages) or f"languages: {', '.join(languages)}"
                raise Unusable([Problem(path, 1, 1, "unknown-language", f'the hub has no language "{language}"', hint)])
            add_translation(loaded, store, root, path, language)
        except Unusable as error:
            loaded.problems.extend(error.problems)


def add_record(loaded, record):
    other = loaded.records.get(record.id)
    if other:
        loaded.problems.append(
            Problem(record.path, 1, 1, "duplicate-id", f'the id "{record.id}" is taken by {other.path}', "choose another name")
        )
    else:
        loaded.records[record.id] = record


def add_translation(loaded, store, root, path, language):
    folder, stem = path.rpartition("/")[0], stem_of(path).partition(".")[0]
    document = store.read(root, path)
    record = loaded.records.get(stem)
    if record is None or record.path.rpartition("/")[0] != folder:
        if any(problem.path == f"{folder}/{stem}.yml" for problem in loaded.problems):
            return  # its entry is broken, and one typo gives one problem
        raise Unusable(
            [Problem(path, 1, 1, "translation-orphan", f'there is no entry "{stem}" beside this translation',
                     closest(stem, loaded.records) or "put it in the entry's folder, under the entry's name")]
        )  # fmt: skip
    members = {other.id: other for other in loaded.records.values() if other.listed_in == stem} if is_list(path) else {}
    found = store.keep(
        path, record.digest + document.digest, lambda: held_against(record, members, document, language, lambda: read_bytes(root, path))
    )
    for record_id, translation, matched in found:
        loaded.translations[record_id, language], loaded.matches[record_id, language] = translation, matched


def held_against(record, members, document, language, raw):
    """[(id, Translation, Match)] of a translation file: one for its entry, and one for each member of a list."""
    made = shape_translation(document, record, members, language, raw)
    return [(one.id, translation, match(one.texts, translation)) for one, translation in made]


def shape_translation(document, record, members, language, raw):
    """[(Record, Translation)] in a Document; raises Unusable with every fault of the file."""
    faults, texts = [], {}
    data = dict(document.data)
    about = data.pop("translation", {})
    stamps = flat(data.pop("fingerprints", {}))
    listed = data.pop("records", []) if members else []
    walk(data, record.kind.model, "", texts, faults)
    found = [(record, (), "", texts)]
    for index, fields in enumerate(listed):
        member = members.get(fields.get("id")) if isinstance(fields, dict) else None
        if member is None:
            faults.append((f"records.{index}", "translation-orphan", "the list has no record of this id", closest(str(fields), members)))
            continue
        own = {}
        walk({name: value for name, value in fields.items() if name != "id"}, member.kind.model, "", own, faults)
        found.append((member, ("records", index), f"{member.id}.", own))
    if not isinstance(about, dict) or about.get("state") not in (DRAFT, REVIEWED):
        faults.append(("translation.state", "translation-state", 'a translation is "draft" or "reviewed"',
                       "write  translation: {state: draft}"))  # fmt: skip
        about = {}
    for name in about:
        if name not in ("state", "reviewed_by_role"):
            faults.append((f"translation.{name}", "unknown-field", f'"translation" has no field "{name}"', "it has state and reviewed_by_role"))
    if about.get("state") == REVIEWED and not about.get("reviewed_by_role"):
        faults.append(("translation.state", "translation-state", "a reviewed translation names the reviewer's role",
                       "add reviewed_by_role, such as: legal translator"))  # fmt: skip
    if not isinstance(stamps, dict) or any(not isinstance(stamp, str) for stamp in stamps.values()):
        faults.append(("fingerprints", "wrong-type", '"fingerprints" should hold one line for each text', "run: hub translate stamp"))
        stamps = {}
    if faults:
        text = raw()
        raise Unusable(
            [problem_at(document.path, text, *place(text, steps_of(path)), code, message, hint) for path, code, message, hint in faults]
        )
    return [
        (one, Translation(language, document.path, document.digest, about["state"], about.get("reviewed_by_role", ""), own,
                          {path.removeprefix(prefix): stamp for path, stamp in stamps.items() if path.startswith(prefix)}, at))
        for one, at, prefix, own in found
    ]  # fmt: skip


def flat(stamps):
    """Fingerprints by path. The web form writes them as nested groups."""
    if not isinstance(stamps, dict) or all(isinstance(stamp, str) for stamp in stamps.values()):
        return stamps
    found = {}
    for name, value in stamps.items():
        for index, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            here = name if index is None else f"{name}.{index}"
            if isinstance(item, dict):
                found |= {f"{here}.{path}": stamp for path, stamp in flat(item).items()}
            elif item is not None:
                found[here] = item
    return found


def walk(data, model, prefix, texts, faults):
    """Collect the texts of translated `data`, whose fields must be translatable ones of `model`; paths start with `prefix`."""
    fields = translatable_fields(model)
    for name, value in data.items():
        kind = fields.get(name)
        if kind is None:
            reason = "is a fact: it stands in the entry only" if name in model.model_fields else "is not a field"
            faults.append((prefix + name, "unknown-field", f'"{name}" {reason}', closest(name, fields) or "a translation holds texts only"))
        elif kind == "text":
            if isinstance(value, str) and value.strip():
                texts[prefix + name] = value.strip()
            else:
                faults.append((prefix + name, "wrong-type", f'"{name}" should be text', ""))
        elif kind[1] and isinstance(value, list):
            for index, item in enumerate(value):
                if type(item) is dict and len(item) == 1 and type(item.get("text")) is str:  # a fact: by far the most
                    texts[f"{prefix}{name}.{index}.text"] = item["text"].strip()
                elif isinstance(item, dict):
                    walk(item, kind[0], f"{prefix}{name}.{index}.", texts, faults)
                elif item is not None:
                    faults.append((f"{prefix}{name}.{index}", "wrong-type", f'an item of "{name}" should hold "text:"', ""))
        elif not kind[1] and isinstance(value, dict):
            walk(value, kind[0], f"{prefix}{name}.", texts, faults)
        else:
            faults.append((prefix + name, "wrong-type", f'"{name}" should be {"a list" if kind[1] else "a group of fields"}', ""))
