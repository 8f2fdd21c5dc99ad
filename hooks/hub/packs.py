"""Pack files, seminars/packs/<id>.yml: what an organiser prints for one seminar. They are plans, not entries: no page is made of them.

A text stands in a pack once for all languages or once for each: `title: Work` or `title: {en: Work, fi: Työ}`.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from hub.document import place, problem_at, read_bytes, read_document
from hub.fields import Country, Day, Group, Language, Name, ref, term
from hub.kinds.entry import Kind
from hub.problem import WARNING, Unusable
from hub.project import SOURCE_LANGUAGE
from hub.shape import closest, validated
from hub.vocabulary import vocabulary

FOLDER = "seminars/packs"
PARTS = ("programme", "participants", "reading", "comparison", "directory", "feedback")


def in_languages(value):
    return {"": value} if isinstance(value, str) else value


def check_zone(value):
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f'"{value}" is not a time zone; write Europe/Helsinki') from None
    return value


Worded = Annotated[dict[str, Name], BeforeValidator(in_languages)]
Time = Annotated[str, StringConstraints(pattern=r"^([01]?\d|2[0-3])[:.][0-5]\d$")]


class PackSession(Group):
    """A part of the programme. No field holds a person's name: the organiser writes names into the printed pack."""

    title: Worded
    day: Day | None = Field(None, description="Only where the seminar has several days.")
    start: Time
    end: Time
    note: Worded | None = None
    about: tuple[ref(), ...] = Field((), description="Entries that the session is about.")


class SeminarPack(Group):
    """What is printed, in which languages."""

    title: Worded
    subtitle: Worded | None = None
    date: Day
    end: Day | None = None
    timezone: Annotated[str, AfterValidator(check_zone)] = "Europe/Helsinki"
    place: Worded | None = None
    organiser: Worded | None = None
    languages: tuple[Language, ...] = Field(min_length=1)
    side_by_side: bool = Field(False, description='"yes" for one volume with the languages side by side, else one for each.')
    programme: tuple[PackSession, ...] = ()
    entries: tuple[ref(), ...] = ()
    countries: tuple[Country, ...] = ()
    themes: tuple[term("themes"), ...] = ()
    compare: tuple[Country, ...] = Field((), description="Countries whose referral mechanisms are set side by side.")
    directory: tuple[Country, ...] = Field((), description="Countries whose contacts are printed.")
    participants: int = Field(24, ge=0, le=200, description="Lines of the empty list of participants.")
    questions: tuple[Worded, ...] = Field((), description="Questions of your own for the feedback sheet.")
    parts: tuple[Literal[PARTS], ...] = Field(PARTS, description="What the pack holds, in order; the feedback sheet comes last in any case.")


KIND = Kind("pack", FOLDER, "print", SeminarPack, review_months=12)


def pack_files(root):
    """{id: path} of the pack files there are."""
    return {path.stem: f"{FOLDER}/{path.name}" for path in sorted((Path(root) / FOLDER).glob("*.yml")) if not path.name.startswith("_")}


def read_pack(root, path):
    """(SeminarPack, digest of its file). Raises Unusable with every fault of the file."""
    found = read_document(root, path)
    return validated(found.data, KIND, path, (), lambda: read_bytes(root, path)), found.digest


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack file that could be read, as rules look at files: path, texts by their place, and what kind of thing it is."""

    path: str
    pack: SeminarPack
    kind: Kind = KIND
    at: tuple = ()

    @property
    def texts(self):
        """{"programme.0.title.fi": text}; a text in no certain language has no language in its place."""
        return {".".join(map(str, (*at, *filter(None, [language])))): text for at, words in worded(self.pack) for language, text in words.items()}


def load_packs(root, kinds, languages, wanted=lambda path: True):
    """(PackFiles, problems) of all pack files. kinds: {id: name of its kind} of the entries there are. languages: of the hub.

    What the texts say is for the rules to judge: they are handed the PackFiles.
    """
    packs, problems = [], []
    for path in pack_files(root).values():
        if not wanted(path):
            continue
        try:
            pack, _ = read_pack(root, path)
        except Unusable as error:
            problems.extend(error.problems)
            continue
        packs.append(PackFile(path, pack))
        raw = read_bytes(root, path)
        for at, code, message, hint, severity in faults(pack, kinds, languages):
            line, column = place(raw, at)
            problems.append(problem_at(path, raw, line, column, code, message, hint, severity))
    return tuple(packs), problems


def faults(pack, kinds, languages):
    """Yield (place, code, message, hint, severity) of what does not fit the hub."""
    named = [(("entries", index), key) for index, key in enumerate(pack.entries)]
    named += [(("programme", n, "about", m), key) for n, session in enumerate(pack.programme) for m, key in enumerate(session.about)]
    for at, key in named:
        if key not in kinds:
            yield at, "unknown-reference", f'there is no entry "{key}"', closest(key, kinds), "error"
    for index, language in enumerate(pack.languages):
        if language not in languages:
            yield ("languages", index), "unknown-language", f'the hub has no language "{language}"', f"languages: {', '.join(languages)}", "error"
    covered = vocabulary("countries").terms
    for field in ("countries", "compare", "directory"):
        for index, code in enumerate(getattr(pack, field)):
            if code not in covered:
                yield (field, index), "unknown-country", f"the hub has no page on {code}", f"countries: {', '.join(covered)}", "error"
    if not (pack.entries or pack.countries or pack.themes or pack.compare or pack.directory or pack.programme):
        yield (), "empty-pack", "the pack holds nothing", "name entries, countries or themes", "error"
    if pack.end and pack.end < pack.date:
        yield ("end",), "wrong-date", "the seminar ends before it begins", "", "error"
    for index, session in enumerate(pack.programme):
        if minutes(session.end) <= minutes(session.start):
            yield ("programme", index, "end"), "wrong-date", "the session ends before it begins", "", "error"
        if session.day and not pack.date <= session.day <= (pack.end or pack.date):
            yield ("programme", index, "day"), "wrong-date", "the session lies outside the seminar's days", "", "error"
    for at, text in worded(pack):
        for language in text.keys() - {"", *languages}:
            yield (*at, language), "unknown-language", f'the hub has no language "{language}"', "", "error"
        for language in pack.languages:
            if not ({language, "", SOURCE_LANGUAGE} & text.keys()):
                yield at, "missing-translation", f'the text is neither in "{language}" nor in English', "", "error"
            elif not ({language, ""} & text.keys()):
                yield at, "missing-translation", f'the text is not in "{language}"; English is printed', "", WARNING


def worded(pack):
    """(place, text in its languages) of everything the organiser wrote."""
    for name in ("title", "subtitle", "place", "organiser"):
        if getattr(pack, name):
            yield (name,), getattr(pack, name)
    for index, session in enumerate(pack.programme):
        yield ("programme", index, "title"), session.title
        if session.note:
            yield ("programme", index, "note"), session.note
    for index, question in enumerate(pack.questions):
        yield ("questions", index), question


def minutes(time):
    hour, minute = re.split("[:.]", time)
    return int(hour) * 60 + int(minute)


def days_of(pack):
    """All days of the seminar."""
    return [pack.date + timedelta(days=number) for number in range(((pack.end or pack.date) - pack.date).days + 1)]
