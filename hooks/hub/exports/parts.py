"""What the process that draws a language hands over for the exports: its translations, as small as they can be sent.

Each language is loaded only where it is drawn. A Part goes back through the pool's pipe, and the exports put all of them
together; that costs a fraction of loading every language once more.
"""

from dataclasses import dataclass

from hub.project import SOURCE_LANGUAGE
from hub.translation import OUTDATED


@dataclass(frozen=True, slots=True)
class Part:
    """One language of every record, by id. Records without any translation are left out of `texts`.

    states    source, missing, partial, outdated, draft or reviewed
    texts     {path: translated text}
    outdated  paths of texts whose English has changed
    digests   of the translation
    """

    states: dict[str, str]
    texts: dict[str, dict[str, str]]
    outdated: dict[str, tuple[str, ...]]
    digests: dict[str, str]


def part(library, language):
    """The Part of a language whose translations are loaded."""
    states, texts, outdated, digests = {}, {}, {}, {}
    for record_id in library.records:
        states[record_id] = library.state(record_id, language)
        digests[record_id] = library.digest(record_id, language)
        if language == SOURCE_LANGUAGE:
            continue
        found = library.match(record_id, language)
        if found.texts:
            texts[record_id] = found.texts
            old = tuple(path for path, state in found.states.items() if state == OUTDATED)
            if old:
                outdated[record_id] = old
    return Part(states, texts, outdated, digests)
