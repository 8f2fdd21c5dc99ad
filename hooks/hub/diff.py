"""What changed between two published data sets: folders, or hub-data.zip files, of the same version of the published shape."""

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

# Changes with every edition, or follows from something else.
NOT_A_CHANGE = ("urls", "api", "translation", "outdated")


class NotData(Exception):
    """There is no published data where it was looked for; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids, sorted. moved: {old: new}. withdrawn: said so. vanished: gone without a word, which should never be. changed: {id: names of fields}."""

    old_date: str
    new_date: str
    added: tuple = ()
    changed: dict = field(default_factory=dict)
    translated: dict = field(default_factory=dict)
    moved: dict = field(default_factory=dict)
    withdrawn: tuple = ()
    vanished: tuple = ()

    def as_data(self):
        return {name: getattr(self, name) for name in self.__slots__}

    def as_text(self):
        lines = [f"{self.old_date} -> {self.new_date}"]
        lines += [f"added      {key}" for key in self.added]
        lines += [f"changed    {key}: {', '.join(fields)}" for key, fields in self.changed.items()]
        lines += [f"translated {key}: {', '.join(languages)}" for key, languages in self.translated.items()]
        lines += [f"moved      {old} -> {new}" for old, new in self.moved.items()]
        lines += [f"withdrawn  {key}" for key in self.withdrawn]
        lines += [f"VANISHED   {key}: neither moved nor withdrawn" for key in self.vanished]
        return "\n".join(lines if len(lines) > 1 else [*lines, "no difference"])


@dataclass(frozen=True, slots=True)
class Published:
    """entries: {id: full record}. withdrawn: ids. moved: {old: new}."""

    date: str
    entries: dict
    withdrawn: frozenset
    moved: dict


def read_published(place):
    """The Published of a site's folder, its api/v1 folder, or a data zip. Raises NotData."""
    read = reader(Path(place))
    index, listing = read("index.json"), read("entries.json")
    if index["schema_version"].split(".")[0] != "1":
        raise NotData(f"{place}: version {index['schema_version']} of the published shape is not known here")
    entries = {entry["id"]: entry for kind in index["counts"] for entry in read(f"{kind}.json")}
    gone = frozenset(item["id"] for item in listing.get("withdrawn", ()))
    return Published(index["as_of"], entries, gone, {item["id"]: item["moved_to"] for item in listing.get("moved", ())})


def reader(place):
    """A function that gives a file's JSON."""
    if place.is_file() and zipfile.is_zipfile(place):
        archive = zipfile.ZipFile(place)
        found = next((name for name in archive.namelist() if name.endswith("api/v1/index.json")), None)
        if found is None:
            raise NotData(f"{place}: no api/v1/index.json in this file")
        base = found.removesuffix("index.json")
        return lambda name: json.loads(archive.read(base + name))
    folder = next((one for one in (place / "api" / "v1", place) if (one / "index.json").is_file()), None)
    if folder is None:
        raise NotData(f"{place}: no api/v1/index.json here")
    return lambda name: json.loads((folder / name).read_bytes())


def differences(old, new):
    """The Difference of two Published."""
    changed, translated = {}, {}
    for key in sorted(old.entries.keys() & new.entries.keys()):
        before, after = old.entries[key], new.entries[key]
        fields = sorted(
            name for name in before.keys() | after.keys() if name not in NOT_A_CHANGE and in_english(before.get(name)) != in_english(after.get(name))
        )
        languages = sorted(
            language for language in before["translation"].keys() | after["translation"].keys()
            if language != "en" and texts_of(before, language) != texts_of(after, language)
        )  # fmt: skip
        if fields:
            changed[key] = fields
        if languages:
            translated[key] = languages
    moved = {was: now for was, now in new.moved.items() if was in old.entries}
    gone = old.entries.keys() - new.entries.keys() - moved.keys()
    added = new.entries.keys() - old.entries.keys() - set(moved.values())
    return Difference(
        old.date, new.date, tuple(sorted(added)), changed, translated, moved, tuple(sorted(gone & new.withdrawn)), tuple(sorted(gone - new.withdrawn))
    )


def in_english(value):
    """A published value without its translations."""
    if isinstance(value, dict):
        if is_text(value):
            return value["en"]
        return {name: in_english(inner) for name, inner in value.items()}
    return [in_english(inner) for inner in value] if isinstance(value, list) else value


def texts_of(value, language):
    """All texts of a record in a language, in order; its state too."""
    if isinstance(value, dict):
        if is_text(value):
            return [value.get(language)]
        return [text for name, inner in value.items() if name not in ("urls", "outdated") for text in texts_of(inner, language)]
    return [text for inner in value for text in texts_of(inner, language)] if isinstance(value, list) else []


def is_text(value):
    return isinstance(value.get("en"), str)
