"""Blocks -> Document: what the typesetter is handed, with cover, table of contents and page foot."""

from dataclasses import dataclass

from hub.print.edition import text_of
from hub.print.qr import qr

# Languages whose words typst can break; text in others is set ragged.
HYPHENATED = ("da", "de", "en", "et", "fi", "is", "lt", "nb", "nn", "ru", "sv", "uk")


@dataclass(frozen=True, slots=True)
class Document:
    """name: plain text for the file's title. template: its file in typst/. data: everything it prints."""

    name: str
    template: str
    data: dict


def document(
    edition, title, made, path="", kicker=None, subtitle=None, about=None, opening=(), cover=True, depth=2, paper="a4",
    template="pack", contents=True, name=None,
):  # fmt: skip
    """path: of the live page that the cover leads to. opening: leaves on the cover. depth: of the table of contents."""
    url = edition.address(path)
    holds = edition.contacts_hold_to()
    facts = edition.facts_as_of()
    printed = edition.say("Printed on %(date)s", date=edition.date(edition.library.as_of))
    foot = [edition.say("Facts as of %(date)s", date=facts)] if facts else []
    foot.append(printed)
    if holds:
        foot.append(edition.say("Contacts valid to %(date)s", date=edition.date(holds)))
    heads = [text_of(block["text"][0]) for block in walk(made) if block["is"] == "heading" and block["level"] == 1]
    name = name or text_of(title[0])
    day = edition.library.as_of
    data = {
        "languages": list(edition.languages), "large": edition.large, "mono": edition.mono, "paper": paper,
        "hyphenate": edition.languages[0] in HYPHENATED, "outdated": edition.say("English text has changed since"),
        "name": name, "publisher": edition.labels[0].say("Nordic-Baltic Hub"), "about": text_of(about[0]) if about else name,
        "day": [day.year, day.month, day.day], "title": title, "kicker": kicker, "subtitle": subtitle, "opening": list(opening) + foot_lines(edition, foot),
        "cover": cover, "contents": edition.say("Contents") if cover and contents else None, "depth": depth, "foot": foot,
        "chapters": ([text_of(edition.say("Contents")[0])] if cover and contents else []) + heads,
        "site": edition.say("Nordic-Baltic Hub"), "licence": edition.say("Content: %(licence)s", licence="CC BY-SA 4.0"),
        "url": url, "qr": qr(url), "anchors": sorted(anchors(made)), "noted": sorted({block["part"] for block in walk(made) if block["is"] in ("sources", "short_sources")}), "cited": sorted(edition.cited) if has(made, "bibliography") else [],
        "blocks": made,
    }  # fmt: skip
    return Document(name, template, data)


def foot_lines(edition, foot):
    """What the cover says of age and trust."""
    return [edition.joined(foot), edition.say("A place in the hub is not a mark of quality.")]


def walk(made):
    for block in made:
        yield block
        yield from walk(block.get("blocks", ()))


def anchors(made):
    """Ids that links inside the document can lead to."""
    for block in walk(made):
        if block["is"] == "heading" and block["anchor"]:
            yield block["anchor"]
        elif block["is"] == "lines":
            yield from (item["anchor"] for item in block["items"] if item["anchor"])


def has(made, name):
    return any(block["is"] == name for block in walk(made))
