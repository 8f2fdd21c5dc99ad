"""A new entry: what must be asked, what to call it, what it may repeat, and its text, made from the kind's commented example."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError
from rapidfuzz import fuzz, utils

from hub.editor_schemas import modeline
from hub.fields import Vocabular
from hub.manual import heading, manual
from hub.shape import WORDS
from hub.writing import field_lines

FIRST = ("title", "countries", "scope", "summary", "themes", "as_of", "status", "sources")  # in this order, whatever the kind
COMPUTED = ("reviewed", "review_due")
SMALL_WORDS = frozenset("a an and as at by for from in into of on or the to with who what how".split())
LETTERS = {"ø": "o", "æ": "ae", "þ": "th", "ð": "d", "ß": "ss", "ł": "l", "đ": "d"}
LEVELS = {"nordic": "nordic", "nordic-baltic": "baltic", "baltic": "baltic", "baltic-sea": "baltic", "eu": "eu", "international": "intl"}
WORDS_IN_ID = 5
ALIKE = 82  # of 100
SAME = 95


@dataclass(frozen=True, slots=True)
class Question:
    """A field that every entry of the kind needs. vocabulary: of its terms, if it takes terms. many: whether it takes several."""

    name: str
    help: str
    vocabulary: str
    many: bool


def questions(kind):
    """The Questions of a kind, the common ones first."""
    fields = kind.model.model_fields
    wanted = [name for name in FIRST if name in fields and (fields[name].is_required() or name in ("countries", "scope"))]
    wanted += [name for name, info in fields.items() if info.is_required() and name not in (*FIRST, *COMPUTED)]
    return [Question(name, fields[name].description or "", vocabulary_of(fields[name]), getattr(fields[name].annotation, "__origin__", None) is tuple) for name in wanted]


def vocabulary_of(info):
    """Name of the vocabulary whose terms a field takes, or nothing."""
    marks = list(info.metadata)
    for part in getattr(info.annotation, "__args__", ()):
        marks.extend(getattr(part, "__metadata__", ()))
    return next((mark.name for mark in marks if isinstance(mark, Vocabular)), "")


def faults(kind, answers):
    """{field: what is wrong with its answer, in an editor's words}"""
    try:
        kind.model.model_validate(answers)
    except ValidationError as error:
        found = {}
        for fault in error.errors(include_url=False):
            loc = fault["loc"]
            say = WORDS.get(fault["type"])
            _, message, hint = say(kind, loc, str(loc[-1]), fault.get("input"), fault.get("ctx", {})) if say else ("", fault["msg"], "")
            found.setdefault(loc[0], f"{message}. {hint}".strip())
        return found
    return {}


def review_dates(kind, day):
    """What `reviewed` and `review_due` are for an entry written on that day."""
    months = day.month - 1 + kind.review_months
    year, month = day.year + months // 12, months % 12 + 1
    due = date(year, month, min(day.day, monthrange(year, month)[1]))
    return {"reviewed": day.isoformat(), "review_due": due.isoformat()}


# ------------------------------------------------------------------------------------------------------------------ name


def proposed_id(root, kind, answers, taken):
    """An id that nobody has, by the pattern that the head of the kind's example gives."""
    pattern = re.search(r"((?:<[^>]+>|[a-z-]+)*<[^>]+>(?:<[^>]+>|[a-z-]+)*)\.yml", heading(root, kind))
    year = str(answers.get("issued") or answers.get("as_of") or "")[:4]
    parts = {"year": year, "date": str(answers.get("date", year)), "short": slug(answers["title"], WORDS_IN_ID)}
    if pattern:
        made = re.sub(r"<([^>]+)>", lambda found: part(found[1], answers, parts), pattern[1])
    else:
        made = parts["short"]
    made = re.sub(r"-+", "-", made).strip("-")
    number, proposal = 2, made
    while proposal in taken:
        proposal, number = f"{made}-{number}", number + 1
    return proposal


def part(named, answers, parts):
    """What stands for <country code>, <short-name>, <year> and the like."""
    if named.startswith("country code"):
        return place_prefix(answers)
    return parts.get(named, parts["short"])


def place_prefix(answers):
    countries = answers.get("countries") or []
    return countries[0].lower() if len(countries) == 1 else LEVELS.get(answers.get("scope"), "cross")


def slug(text, most):
    """Words of a text as they stand in an id."""
    text = "".join(LETTERS.get(sign, sign) for sign in text.lower())
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")) if word not in SMALL_WORDS]
    return "-".join(words[:most]) or "entry"


# ------------------------------------------------------------------------------------------------------------ duplicates


def near_duplicates(records, answers):
    """[(score of 100, Record)] of entries that may be the same thing, the likest first: names alike and a place in common."""
    names = [answers["title"], *(name["name"] for name in answers.get("names", ()) if isinstance(name, dict))]
    countries = set(answers.get("countries") or ())
    found = []
    for record in records:
        entry = record.entry
        if record.kind.name == "list" or countries and entry.countries and countries.isdisjoint(entry.countries):
            continue
        others = [entry.title, *(name.name for name in entry.names)]
        score = max(likeness(mine, other) for mine in names for other in others)
        if score >= ALIKE:
            found.append((round(score), record))
    return sorted(found, key=lambda pair: (-pair[0], pair[1].id))[:5]


def likeness(one, other):
    """How alike two names are: word for word in any order; a name inside a longer one counts when it is long enough to mean it."""
    whole = fuzz.token_sort_ratio(one, other, processor=utils.default_process)
    shorter = min(len(one.split()), len(other.split()))
    return max(whole, fuzz.token_set_ratio(one, other, processor=utils.default_process) - 5) if shorter >= 3 else whole


# ------------------------------------------------------------------------------------------------------------------ text


def entry_text(root, kind, answers, path, bare=False):
    """Text of the new file: the answers, and unless `bare` the fields that are still empty as comments, as the example shows them."""
    lines = [modeline(path, kind)]
    if not bare:
        lines.append(f"# Lines that start with # are fields still empty, as {kind.folder}/_example.yml shows them. Fill them in or delete them.")
    blocks = manual(root, kind)
    for name, block in blocks.items():
        if answers.get(name) not in (None, "", [], ()):
            lines += field_lines(name, answers[name])
        elif not bare:
            lines += [line if line.startswith("#") else f"# {line}" for line in block.lines]
    for name in [name for name in answers if name not in blocks]:
        lines += field_lines(name, answers[name])
    return "\n".join(lines) + "\n"
