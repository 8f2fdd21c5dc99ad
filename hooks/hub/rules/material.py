"""What rules look at, and what they find."""

from dataclasses import dataclass
from datetime import date

from hub.load import Loaded
from hub.problem import ERROR


@dataclass(frozen=True, slots=True)
class Material:
    """What rules look at.

    records       the entries to judge, by id
    translations  the translations to judge, {(id, language): Translation}
    loaded        everything that was read, for what these rest on
    as_of         the date that decides
    packs         pack files to judge; they are printed, so their texts say no more than those of entries
    """

    records: dict
    translations: dict
    loaded: Loaded
    as_of: date
    packs: tuple = ()

    @property
    def kinds(self):
        """{id: name of its kind} of all entries there are."""
        return self.loaded.kinds


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in `where`, a Record, a Translation or a PackFile, at its field `at`, a tuple of names and indexes."""

    where: object
    at: tuple
    code: str
    message: str
    hint: str = ""
    severity: str = ERROR


def texts_by_file(material):
    """Yield (record, where its texts stand, {path: text}) of everything readers see, translations and packs included."""
    for record in material.records.values():
        yield record, record, record.texts
    for (entry_id, _), translation in material.translations.items():
        yield material.loaded.records[entry_id], translation, translation.texts
    for pack in material.packs:
        yield pack, pack, pack.texts
