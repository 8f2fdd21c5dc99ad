"""What repeats on every page, as plain string building: facts, citation marks, cards, links, rows, sections.

Templates draw what stands once on a page; these pieces stand there dozens of times, and drawn by templates they took two
thirds of a build. Everything that goes in is either Words (escaped when made) or escaped here.
"""

from html import escape as escape_all

from markupsafe import Markup, escape

from hub.glossary import glossary, naming
from hub.translation import OUTDATED

NOTHING = Markup("")
MOST_EXPLAINED = 3  # more links than these make a summary hard to read


def html(text):
    """Plain text as the content of an element, where nothing but these three signs matters."""
    return escape_all(text, quote=False)


class Fragments:
    """The pieces of one page. notes: its Notes. home: the way to the language's home page."""

    def __init__(self, drawing, home, notes):
        self.drawing, self.labels = drawing, drawing.labels
        self.words = drawing.words
        self.home, self.notes = home, notes

    # --------------------------------------------------------------------------------------------------------- facts

    def cited(self, cite):
        """Superscript numbers that lead to the list of sources."""
        return Markup(self._cited(cite))

    def _cited(self, cite):
        number = self.notes.number
        marks = ",".join([f'<a href="#note-{n}">{n}</a>' for n in [number(item) for item in cite]])
        return f'<sup class="cite">{marks}</sup>'

    def statement(self, item, as_of=None):
        """One fact with its marks, and its year where that is not the entry's."""
        return Markup(self._statement(item, as_of))

    def _statement(self, item, as_of):
        year = f'<span class="year">{escape(self.labels.date(item.as_of))}</span> ' if item.as_of and item.as_of != as_of else ""
        old = f' <span class="outdated">{self.words["English text has changed since"]}</span>' if item.text.outdated else ""
        return f"{year}{item.text}{old}{self._cited(item.cite)}"

    def facts(self, items, as_of=None, ordered=False):
        """A paragraph for one fact, a list for several, nothing for none."""
        return Markup(self._facts(items, as_of, ordered)) if items else NOTHING

    def _facts(self, items, as_of, ordered):
        if len(items) == 1 and not ordered:
            return f"<p>{self._statement(items[0], as_of)}</p>"
        lines = "\n".join([f"<li>{self._statement(item, as_of)}</li>" for item in items])
        tag = "ol" if ordered else "ul"
        return f'<{tag} class="facts">\n{lines}\n</{tag}>'

    def sections(self, record, listed):
        """The `listed` Sections of a record that have facts. Read straight from the entry: a page has dozens of facts."""
        found = self.drawing.library.match(record.id, self.drawing.language)
        made = []
        for section in listed:
            items = getattr(record.entry, section.field)
            if not items:
                continue
            told = [self._told(item, f"{section.field}.{index}.text", found, record.entry.as_of) for index, item in enumerate(items)]
            if len(told) == 1 and not section.ordered:
                inside = f"<p>{told[0]}</p>"
            else:
                tag = "ol" if section.ordered else "ul"
                inside = f'<{tag} class="facts">\n<li>' + "</li>\n<li>".join(told) + f"</li>\n</{tag}>"
            tone = f' class="{section.tone}"' if section.tone else ""
            anchor = section.field.replace("_", "-")
            made.append(f'<section{tone}>\n<h2 id="{anchor}">{self.words[section.heading]}</h2>\n{inside}\n</section>\n')
        return Markup("".join(made))

    def brief_sections(self, record, listed):
        """The facts of a listed record in one list, without headings."""
        found = self.drawing.library.match(record.id, self.drawing.language)
        told = []
        for section in listed:
            for index, item in enumerate(getattr(record.entry, section.field)):
                told.append(self._told(item, f"{section.field}.{index}.text", found, record.entry.as_of))
        return Markup('<ul class="facts">\n<li>' + "</li>\n<li>".join(told) + "</li>\n</ul>") if told else NOTHING

    def _told(self, item, path, found, as_of):
        text = found.texts.get(path)
        if text is None:
            told, old = self.drawing.untranslated(item.text), ""
        else:
            told = html(text)
            old = f' <span class="outdated">{self.words["English text has changed since"]}</span>' if found.states[path] == OUTDATED else ""
        year = f'<span class="year">{escape(self.labels.date(item.as_of))}</span> ' if item.as_of and item.as_of != as_of else ""
        return f"{year}{told}{old}{self._cited(item.cite)}"

    def rows(self, record, entry, listed):
        """The `listed` Rows of a record that have something to show."""
        return Markup("".join([self._row(record, entry, row) for row in listed]))

    def _row(self, record, entry, listed):
        value = getattr(entry, listed.field) if listed.field else ()
        plain = getattr(entry, listed.plain) if listed.plain else ()
        if value in (None, ()) and not plain:
            return ""
        if listed.how == "terms":
            return self.drawing.term_row(listed.label, listed.vocabulary, value, self.home)
        return row(self.words[listed.label], getattr(self, f"_as_{listed.how}")(listed, record.entry, value, plain))

    def _as_text(self, listed, entry, value, plain):
        return value

    def _as_links(self, listed, entry, value, plain):
        ids = (value,) if isinstance(value, str) else value or ()
        return self.links([self.drawing.card(key) for key in ids], (plain,) if isinstance(plain, str) else plain or ())

    def _as_term(self, listed, entry, value, plain):
        return self.labels.term(listed.vocabulary, value)

    def _as_explained(self, listed, entry, value, plain):
        label, definition = self.labels.term(listed.vocabulary, value), self.labels.definition(listed.vocabulary, value)
        return Markup(f'{escape(label)} <span class="explain">{escape(definition)}</span>')

    def _as_years(self, listed, entry, value, plain):
        return "–".join(self.labels.date(day) if day else "" for day in (value.start, value.end))

    def _as_date(self, listed, entry, value, plain):
        return self.labels.date(value)

    def _as_dates(self, listed, entry, value, plain):
        return self.labels.date(value) + (f" – {self.labels.date(entry.end)}" if entry.end and entry.end != value else "")

    def _as_languages(self, listed, entry, value, plain):
        return self.labels.enumerate([self.labels.language_name(code) for code in value])

    def _as_site(self, listed, entry, value, plain):
        return Markup(f'<a href="{escape(value)}" rel="noreferrer external">{escape(value)}</a>')

    # ------------------------------------------------------------------------------------------------- about the entry

    def explained(self, text):
        """Words with a link to the glossary on the first terms of the field that they name, each once."""
        language = self.drawing.language
        if text.language != language or not glossary(language):
            return text
        pattern, concepts = naming(language)
        seen = set()

        def link(found):
            concept, word = concepts[found.group().lower()], found.group()
            part_of_a_name = word[0].isupper() and not word.isupper() and found.start() > 0
            if part_of_a_name or concept.id in seen or len(seen) == MOST_EXPLAINED or not concept.definition:
                return word
            seen.add(concept.id)
            return f'<a class="explained" href="{self.home}glossary/#{concept.id}" title="{escape(concept.definition)}">{word}</a>'

        return Markup(pattern.sub(link, str(text)))

    def notices(self, entry):
        """What a reader must know before the first fact: language, age, status."""
        return self.drawing.notices(entry)

    def filed_under(self, entry):
        words = self.words
        rows = [row(words["Countries"], self.country_links(entry.countries))] if entry.countries else []
        if entry.scope != "national":
            rows.append(row(words["Scope"], self.labels.term("scopes", entry.scope)))
        rows.append(row(words["Themes"], self.theme_links(entry.themes)))
        if entry.keywords:
            rows.append(row(words["Also known as"], ", ".join(entry.keywords)))
        return Markup(
            f'<section class="about-entry">\n<h2 id="filed-under">{words["Filed under"]}</h2>\n<dl class="rows">\n{"".join(rows)}</dl>\n</section>'
        )

    def sources(self, listed):
        """What a page rests on: [(card, year, [(number, place)], places of the entry as a whole)]."""
        if not listed:
            return NOTHING
        items = []
        for item, year, places, whole in listed:
            at = f'<span class="whole" lang="en">: {escape("; ".join(whole))}</span>' if whole else ""
            notes = "".join(
                [f'<li id="note-{n}"><span class="number">{n}</span> <span lang="en">{html(place)}</span></li>' for n, place in places]
            )
            notes = f'\n<ul class="places">{notes}</ul>' if notes else ""
            items.append(f'<li>\n<p><a href="{self.home}{item.path}">{item.title}</a> ({year}){at}</p>{notes}\n</li>')
        inside = "\n".join(items)
        return Markup(
            f'<section class="sources">\n<h2 id="sources">{self.words["Sources"]}</h2>\n<ol class="source-list">\n{inside}\n</ol>\n</section>'
        )

    # --------------------------------------------------------------------------------------------------------- cards

    def status(self, item):
        return self.drawing.status(item.status, item.as_of)

    def place(self, item):
        return self.drawing.place(item.countries, item.scope)

    def card(self, item, level=3, where=True):
        place = f"<span>{self.place(item)}</span> " if where else ""
        return (
            f'<li class="card card-{item.kind}">\n<h{level} class="card-title"><a href="{self.home}{item.path}">{item.title}</a></h{level}>\n'
            f'<p class="card-text">{item.summary}</p>\n'
            f'<p class="card-meta">{place}<span>{escape(self.labels.term("kinds", item.kind))}</span> {self.status(item)}</p>\n</li>'
        )

    def cards(self, items, level=3, where=True):
        if not items:
            return NOTHING
        cards = "\n".join([self.card(item, level, where) for item in items])
        return Markup(f'<ul class="cards">\n{cards}\n</ul>')

    def lines(self, items, where=True):
        """Short lines instead of cards, for long lists."""
        lines = "\n".join(
            [
                f'<li><a href="{self.home}{item.path}">{item.title}</a> <span class="line-meta">'
                f"{f'{self.place(item)} · ' if where else ''}{self.status(item)}</span></li>"
                for item in items
            ]
        )
        return Markup(f'<ul class="lines">\n{lines}\n</ul>')

    # --------------------------------------------------------------------------------------------------------- links

    def theme_links(self, themes):
        label = self.labels.term
        return Markup("".join([f'<a class="term" href="{self.home}themes/{theme}/">{escape(label("themes", theme))}</a>' for theme in themes]))

    def country_links(self, codes):
        links = []
        for code in codes:
            name = escape(self.labels.country(code))
            covered = code in self.drawing.covered
            links.append(f'<a class="term" href="{self.home}countries/{code.lower()}/">{name}</a>' if covered else f'<span class="term">{name}</span>')
        return Markup("".join(links))

    def links(self, cards, plain=()):
        """Entries and plain names in one row."""
        return Markup(", ".join([*(f'<a href="{self.home}{item.path}">{item.title}</a>' for item in cards), *(str(escape(name)) for name in plain)]))

    def names(self, names):
        """Official names in their own languages."""
        if not names:
            return NOTHING
        shown = []
        for name in names:
            unsure = "" if name.verified else f' <span class="unsure">{self.words["(name not in the sources)"]}</span>'
            shown.append(f'<span lang="{name.language}">{escape(name.name)}</span>{unsure}')
        return Markup(f'<p class="own-names">{" · ".join(shown)}</p>')


def row(label, content):
    return Markup(f"<div><dt>{escape(label)}</dt><dd>{escape(content)}</dd></div>\n")
