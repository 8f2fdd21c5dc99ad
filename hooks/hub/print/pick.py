"""What a person asks for on the command line -> what is to be printed, or a clear reason why not."""

import os
from dataclasses import dataclass
from pathlib import Path

from hub.library import NONE
from hub.packs import pack_files
from hub.print.beside import address_book, calendar
from hub.print.edition import Edition
from hub.print.products import (
    cards,
    country_pack,
    directory,
    entry_sheet,
    handbook,
    poster,
    recommendations,
    selection,
    seminar_pack,
    theme_pack,
)
from hub.print.products.selection import Choice
from hub.print.typesetting import CannotPrint, typeset
from hub.project import SOURCE_LANGUAGE
from hub.shape import closest
from hub.term_pages import BY_VOCABULARY
from hub.vocabulary import vocabulary

WHOLE = {product.NAME: product for product in (poster, recommendations, directory, cards, handbook)}


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF to be made: a product's `make` of a subject, in some languages, under a file name."""

    product: object
    subject: object
    languages: tuple
    name: str


def jobs_for(library, entries=(), countries=(), themes=(), seminars=(), whole=(), languages=()):
    """The Jobs of a selection. Raises CannotPrint with everything that is wrong with it."""
    countries = tuple(code.upper() for code in countries)
    faults = [
        *unknown(entries, library.records, "there is no entry"),
        *unknown(countries, vocabulary("countries").terms, "the hub has no page on"),
        *unknown(themes, vocabulary("themes").terms, "there is no theme"),
        *unknown(seminars, pack_files(library.project.root), "there is no pack file seminars/packs/<id>.yml with the id"),
        *unknown(languages, library.languages, "the hub has no language"),
    ]
    faults += [f'there is nothing under the theme "{theme}"' for theme in themes if theme in vocabulary("themes").terms and not library.of_term(BY_VOCABULARY["themes"], theme)]
    faults += [f'"{key}" is a list of short entries; name the entries in it, or a country or theme' for key in entries
               if key in library.records and library.records[key].kind.name == "list"]  # fmt: skip
    if faults:
        raise CannotPrint("\n".join(faults))
    if not (entries or countries or themes or seminars or whole):
        raise CannotPrint("the pack is empty: name --entry, --country, --theme, --seminar or --all")
    made, spoken = [], tuple(dict.fromkeys(languages)) or (SOURCE_LANGUAGE,)
    if len(entries) + len(countries) + len(themes) > 1:
        choice = Choice(tuple(dict.fromkeys(entries)), tuple(dict.fromkeys(countries)), tuple(dict.fromkeys(themes)))
        made.append(Job(selection, choice, spoken, "selection"))
    else:
        made += [Job(entry_sheet, key, spoken, key) for key in entries]
        made += [Job(country_pack, code, spoken, f"country-{code.lower()}") for code in countries]
        made += [Job(theme_pack, theme, spoken, f"theme-{theme}") for theme in themes]
    made += [Job(WHOLE[name], "", spoken, name) for name in whole]
    for pack_id in seminars:
        pack, _ = seminar_pack.pack_of(library, pack_id)
        wanted = tuple(dict.fromkeys(languages)) or pack.languages
        editions = [wanted] if pack.side_by_side or languages else [(language,) for language in wanted]
        made += [Job(seminar_pack, pack_id, one, pack_id) for one in editions]
    return made


def unknown(wanted, known, message):
    """A sentence for each id that is not known, with the nearest one that is."""
    for key in wanted:
        if key not in known:
            hint = closest(key, known) or ("" if len(known) > 40 else f"There are: {', '.join(known)}")
            yield f'{message} "{key}". {hint}'.strip()


def untranslated(library, job):
    """Sentences about languages in which entries of a pack are missing; their English is printed and marked."""
    ids = [key for key in needed(library, job) if key in library.records]
    for language in job.languages:
        missing = sum(library.coverage(key, language) == NONE for key in ids)
        if missing:
            yield f"{language}: {missing} of {len(ids)} entries have no translation; they are printed in English and marked as such"


def needed(library, job):
    """Ids of the entries that a job is about."""
    subject = job.subject
    if job.product is seminar_pack:
        pack, _ = seminar_pack.pack_of(library, subject)
        subject = Choice(pack.entries, pack.countries, pack.themes)
    if isinstance(subject, Choice):
        found = list(subject.entries)
        found += [record.id for code in subject.countries for record in library.of_country(code)]
        found += [record.id for theme in subject.themes for record in library.of_term(BY_VOCABULARY["themes"], theme)]
        return list(dict.fromkeys(found))
    if job.product is entry_sheet:
        return [subject]
    if job.product is country_pack:
        return [record.id for record in library.of_country(subject)]
    if job.product is theme_pack:
        return [record.id for record in library.of_term(BY_VOCABULARY["themes"], subject)]
    return list(dict.fromkeys(job.product.needs(library, subject)))


def run(library, job, large=False, mono=False):
    """(file name, content) of everything a Job makes, and its number of pages."""
    edition = Edition(library, job.languages, large, mono)
    printed = typeset(job.product.make(edition, job.subject))
    name = "-".join([job.name, *job.languages, *(["large-print"] if large else []), *(["black-and-white"] if mono else [])])
    files = [(f"{name}.pdf", printed.content)]
    if job.product is seminar_pack:
        pack, _ = seminar_pack.pack_of(library, job.subject)
        if pack.programme:
            files.append((f"{name}.ics", calendar(edition, job.subject, pack)))
        if pack.directory:
            files.append((f"{name}.vcf", address_book(edition, pack.directory)))
    return files, printed.pages


def write_whole(path, content):
    """Write a file in one step, so that no half of one is ever seen."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    try:
        aside.write_bytes(content)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
