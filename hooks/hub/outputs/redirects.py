"""Old addresses lead to new ones for ever: a small page at each id that an entry had before."""

from html import escape

from hub.project import SOURCE_LANGUAGE


def redirects(library, frame, plans, coverage):
    for record in library.records.values():
        for old in record.entry.was:
            for code in library.languages:
                folder = "" if code == SOURCE_LANGUAGE else f"{code}/"
                section = record.kind.section
                new = record.address.removeprefix(f"{section}/")
                target = f"{library.project.site_url}{folder}{record.address}"
                title = escape(record.entry.title)
                page = (
                    f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
                    f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=../{new}">'
                    f'<link rel="canonical" href="{escape(target)}"></head>'
                    f'<body><p><a href="../{new}">{title}</a></p></body></html>\n'
                )
                yield f"{folder}{section}/{old}/index.html", page.encode()
