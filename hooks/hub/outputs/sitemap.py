"""sitemap.xml: every page, with the languages in which it is truly there."""

from xml.sax.saxutils import escape

from hub.library import COMPLETE
from hub.project import SOURCE_LANGUAGE


def sitemap(library, frame, plans, coverage):
    site = library.project.site_url
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">']  # fmt: skip
    pages = {plan.path: (translated(library, plan, coverage), changed(library, plan)) for plan in plans if plan.type != "withdrawn"}
    for (_, path), written in frame.written.items():
        if path:
            languages = [code for code in library.languages if frame.written[code, path].text_language == code]
            pages[path] = (languages, None)
    for path, (languages, day) in sorted(pages.items()):
        addresses = {code: site + ("" if code == SOURCE_LANGUAGE else f"{code}/") + path for code in languages}
        links = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(url)}"/>' for code, url in addresses.items())
        links += f'<xhtml:link rel="alternate" hreflang="x-default" href="{escape(site + path)}"/>'
        last = f"<lastmod>{day}</lastmod>" if day else ""
        lines.extend(f"<url><loc>{escape(url)}</loc>{last}{links}</url>" for url in addresses.values())
    lines.append("</urlset>\n")
    yield "sitemap.xml", "\n".join(lines).encode()


def translated(library, plan, coverage):
    """The languages in which a page claims to be."""
    return [code for code in library.languages if all(coverage[code][key] == COMPLETE for key in plan.tells)]


def changed(library, plan):
    return library.records[plan.subject].entry.reviewed if plan.type == "entry" else None
