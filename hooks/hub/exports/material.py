"""Records and the Parts of all languages, put together: what every export is made from.

`full` and `brief` turn the written shape into the published one. They are driven by the published models: a field that does
not stand there cannot get out. Contacts and places pass through `channel` and `allowed`, whatever the rules let through.
"""

import hashlib
from functools import cache, cached_property

from hub.drawing import code_digest
from hub.exports.published import SHAPES, Brief, Channel, Statement
from hub.freshness import EXPIRED, contact_state
from hub.project import SOURCE_LANGUAGE
from hub.translation import group_in, translatable_fields

API = "api/v1/"
# What a shelter may say at each level of publication; the rules refuse more, and the exports do not rely on them.
PLACE_FIELDS = {"area": ("public", "front-gate", "region-only"), "contacts": ("public", "front-gate"), "website": ("public", "front-gate")}
IN_BRIEF = frozenset(Brief.model_fields)


class Material:
    """library: the Library. parts: {language: Part}. out: the folder that holds the pages. pages: {path: [key, size, time]} of them."""

    def __init__(self, library, parts, out=None, pages=None):
        self.library, self.parts, self.out, self.pages = library, parts, out, pages or {}
        self.languages, self.records, self.site = library.languages, library.records, library.project.site_url
        self.as_of = library.as_of.isoformat()
        self._full, self._texts = {}, {}

    # -------------------------------------------------------------------------------------------------------- addresses

    def folder(self, language):
        return "" if language == SOURCE_LANGUAGE else f"{language}/"

    def page(self, record, language=SOURCE_LANGUAGE):
        return f"{self.site}{self.folder(language)}{record.address}"

    def api(self, path):
        return f"{self.site}{API}{path}"

    # ---------------------------------------------------------------------------------------------------------- digests

    @cached_property
    def base_key(self):
        """Changes with the code, the date and what there is of languages."""
        return "|".join([code_digest(), self.as_of, self.site, ",".join(self.languages), self.library.project.contact])

    def key(self, records=(), extra=""):
        """Changes whenever anything published of these records changes, in any language."""
        digest = hashlib.blake2b(f"{self.base_key}|{extra}".encode(), digest_size=12)
        for record in records:
            digest.update(self._digests[record.id])
        return digest.hexdigest()

    @cached_property
    def _digests(self):
        parts = [self.parts[language].digests for language in self.languages]
        return {record_id: "".join([digests[record_id] for digests in parts]).encode() for record_id in self.records}

    # ------------------------------------------------------------------------------------------------------- selections

    @cached_property
    def listed(self):
        """Every record that counts as an entry, by id; lists are only the pages on which some of them stand."""
        return [record for record in self.records.values() if record.kind.name in SHAPES]

    def of_kind(self, name):
        return self.library.of_kind(name)

    # ------------------------------------------------------------------------------------------------------------ texts

    def texts(self, record, path, english):
        """{language: text}, English first."""
        found = {SOURCE_LANGUAGE: english}
        for language, texts in self._translated(record.id):
            text = texts.get(path)
            if text is not None:
                found[language] = text
        return found

    def _translated(self, record_id):
        if record_id not in self._texts:
            found = [(language, self.parts[language].texts.get(record_id)) for language in self.languages[1:]]
            self._texts[record_id] = [(language, texts) for language, texts in found if texts]
        return self._texts[record_id]

    def states(self, record):
        return {language: self.parts[language].states[record.id] for language in self.languages}

    def title(self, record, language):
        """(text, language of the text)"""
        text = self.parts[language].texts.get(record.id, {}).get("title")
        return (text, language) if text else (record.entry.title, SOURCE_LANGUAGE)

    # ---------------------------------------------------------------------------------------------------- published shape

    def brief(self, record):
        """The published Brief of a record, as plain data."""
        entry = record.entry
        return {
            "id": record.id, "kind": record.kind.name, "countries": entry.countries, "scope": entry.scope, "themes": entry.themes,
            "status": entry.status, "as_of": str(entry.as_of), "reviewed": entry.reviewed.isoformat(), "review_due": entry.review_due.isoformat(),
            "titles": self.texts(record, "title", entry.title),
            "urls": {language: self.page(record, language) for language in self.languages},
            "translation": self.states(record),
            "sources": [{"id": note.id, "at": note.at} for note in entry.sources],
            "api": self.api(f"entries/{record.id}.json"),
        }  # fmt: skip

    def full(self, record):
        """The published record of its kind, as plain data; made once."""
        if record.id not in self._full:
            made = self.brief(record)
            outdated = {language: list(part.outdated[record.id]) for language, part in self.parts.items() if record.id in part.outdated}
            if record.listed_in:
                made["listed_in"] = record.listed_in
            if outdated:
                made["outdated"] = outdated
            self._fill(made, record, record.entry, SHAPES[record.kind.name], "")
            self._full[record.id] = made
        return self._full[record.id]

    def _fill(self, made, record, group, shape, prefix):
        written = group.__dict__
        for name, how, inner in fields_of(shape, type(group)):
            value = written[name]
            if value is None or value == () or not allowed(record, name):
                continue
            if how == "text":
                made[name] = self.texts(record, prefix + name, value)
            elif how == "facts":
                made[name] = [self._statement(record, item, f"{prefix}{name}.{index}.text") for index, item in enumerate(value)]
            elif how == "channels":
                made[name] = [self.channel(record, item, f"{prefix}{name}.{index}.") for index, item in enumerate(value)]
            elif how == "groups":
                made[name] = [self._filled(record, item, inner, f"{prefix}{name}.{index}.") for index, item in enumerate(value)]
            elif how == "group":
                filled = self._filled(record, value, inner, f"{prefix}{name}.")
                if filled:
                    made[name] = filled
            else:
                made[name] = plain(value)

    def _filled(self, record, group, shape, prefix):
        made = {}
        self._fill(made, record, group, shape, prefix)
        return made

    def _statement(self, record, item, path):
        made = {"text": self.texts(record, path, item.text), "cite": [{"source": one.source, "place": one.place} for one in item.cite]}
        if item.as_of:
            made["as_of"] = str(item.as_of)
        return made

    def channel(self, record, item, prefix):
        """A contact channel as it may be published: of an expired one nothing by which somebody could be called."""
        state = contact_state(item, self.library.as_of)
        made = {"type": item.type, "state": state}
        if state != EXPIRED:
            self._fill(made, record, item, Channel, prefix)
        else:
            made["page"] = self._filled(record, item.page, Channel.model_fields["page"].annotation, "")
        return made


def allowed(record, name):
    """Whether a field may be published, for what is said of a place."""
    return name not in PLACE_FIELDS or record.kind.name != "shelter" or record.entry.publication in PLACE_FIELDS[name]


@cache
def fields_of(shape, written):
    """[(name, how, published model)] of the fields of a published model that are taken from a written one."""
    found = []
    translatable = translatable_fields(written)
    for name, info in shape.model_fields.items():
        if name in IN_BRIEF and issubclass(shape, Brief) or name not in written.model_fields:
            continue
        inner, many = group_in(info.annotation)
        kind = translatable.get(name)
        if inner is Statement and many:
            found.append((name, "facts", None))
        elif inner is Channel:
            found.append((name, "channels", None))
        elif kind == "text":
            found.append((name, "text", None))
        elif inner and name != "cite":
            found.append((name, "groups" if many else "group", inner))
        else:
            found.append((name, "plain", None))
    return tuple(found)


def plain(value):
    """A written value as plain data: dates as text, citations as their two parts."""
    if isinstance(value, (bool, int, float, str)):
        return value
    if hasattr(value, "_asdict"):
        return value._asdict()
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return str(value)
