"""Every word of the interface, and the catalogues that hold its translations.

Words come from three places: templates and frame.html, `say(...)` and `N_(...)` in the code, and the vocabularies. `update`
brings a language's catalogue up to date and keeps what is translated; a test fails while a language lacks a word.
"""

import ast
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from hub.labels import FOLDER
from hub.vocabulary import vocabulary, vocabulary_names

CODE = Path(__file__).parent
# Dates are left out, so that a catalogue changes only when a word does.
HEADER = '''msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

'''
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def messages():
    """A Catalog of all English words, without translations."""
    catalogue = Catalog(fuzzy=False)
    frame = CODE.parent / "theme" / "frame.html"
    for path in [*sorted(CODE.rglob("*.html")), frame, *sorted(CODE.rglob("*.py"))]:
        with path.open("rb") as file:
            if path.suffix == ".html":
                found = babel_extract(file, KEYWORDS, [], {"trimmed": "true", "newstyle_gettext": "true", "encoding": "utf-8"})
                for line, function, message, comments in found:
                    add(catalogue, path, line, message)
            else:
                for line, message in marked_in(file.read()):
                    add(catalogue, path, line, message)
    for name in vocabulary_names():
        add_vocabulary(catalogue, name)
    return catalogue


def marked_in(code):
    """Yield (line, English words) of every say("...") and N_("..."), inside f-strings too, where Babel's own reader is blind."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("say", "N_"):
                yield node.lineno, node.args[0].value


def add(catalogue, path, line, message, context=None):
    if isinstance(message, tuple):
        message = tuple(part for part in message if part)
        message = message[0] if len(message) == 1 else message
    if message:
        catalogue.add(message, locations=[(path.relative_to(CODE.parent).as_posix(), line)], context=context)


def add_vocabulary(catalogue, name):
    known = vocabulary(name)
    path = CODE / "vocabularies" / f"{name}.yml"
    for group in known.groups.values():
        add(catalogue, path, 0, group, f"{name} group")
    for term in known.terms.values():
        if name != "countries":
            add(catalogue, path, 0, term.label, name)
        add(catalogue, path, 0, term.plural, f"{name} plural")
        add(catalogue, path, 0, term.definition, f"{name} definition")
        add(catalogue, path, 0, term.question, f"{name} question")


def read(language):
    """The catalogue of `language` as it stands; an empty one when there is none yet."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language.replace("-", "_"), fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language.replace("-", "_"))


def update(language):
    """Bring labels/<language>.po up to date; words no longer used are dropped. Gives how many words lack a translation."""
    catalogue = read(language)
    template = messages()
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    with (FOLDER / f"{language}.po").open("wb") as file:
        file.write(HEADER.format(language=language, plurals=catalogue.plural_forms).encode())
        write_po(file, catalogue, width=130, sort_output=True, omit_header=True, include_lineno=False)
    return len(untranslated(catalogue))


def untranslated(catalogue):
    """Words without a translation, or with one for some plural forms only."""
    return [message.id for message in catalogue if message.id and not complete(message.string)]


def complete(string):
    return bool(string) and (isinstance(string, str) or all(string))
