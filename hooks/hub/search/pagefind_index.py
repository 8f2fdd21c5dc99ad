"""Findables -> the index that the browser asks, made by Pagefind (one index for each language, loaded piece by piece, and only
when somebody searches).

Pagefind reads a stripped page for each Findable. When no stripped page has changed, the index of the last run is used again.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from html import escape
from pathlib import Path

from hub.document import digest
from hub.glossary import glossary
from hub.problem import Problem, Unusable
from hub.search.word_forms import WordForms, words_in
from hub.store import folder_digest

PARTS = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "fragment/*", "index/*", "filter/*")
KNOWN_WORDS = "words.json"
HINTS = "hints.json"  # what a search needs besides the index; its size does not grow with the hub
COMMON_SHARE = 0.3  # a word on more of the pages than this says nothing beside other words
MOST_WORDS = 20_000  # the list for typing mistakes stops growing here: about 70 kB on the way to the reader


def search_index(items, language, cache):
    """{path: Path of a file} of one language's index.

    items: Findables. cache: folder of this language alone, kept between runs.
    """
    cache = Path(cache)
    known = Counter(word for item in items for word in words_of(item))
    synonyms = Synonyms(language)
    forms = WordForms({word for word in [*known, *synonyms.words] if len(word) >= 4})
    pages = [stripped(item, language, forms, synonyms) for item in items]
    words = json.dumps(frequent(known, synonyms), ensure_ascii=False, separators=(",", ":"))
    # Countries, terms and indexes, offered first to whoever types their name.
    ways = [[item.address, item.title, item.kind, item.summary, list(item.also)] for item in items if item.rank == "page"]
    hints = json.dumps({"ways": ways, "common": common(items)}, ensure_ascii=False, separators=(",", ":"))
    state, stamp = digest("\0".join([*pages, words, hints]).encode()), cache / "digest"
    folder = cache / "index"
    if not stamp.is_file() or stamp.read_bytes() != f"{state} {folder_digest(folder)}".encode():
        stamp.unlink(missing_ok=True)
        make(pages, language, cache)
        (cache / "index" / KNOWN_WORDS).write_text(words, "utf-8")
        (cache / "index" / HINTS).write_text(hints, "utf-8")
        stamp.write_bytes(f"{state} {folder_digest(folder)}".encode())
    found = {path.relative_to(folder).as_posix(): path for part in (*PARTS, KNOWN_WORDS, HINTS) for path in folder.glob(part)}
    return dict(sorted(found.items()))


def make(pages, language, cache):
    """Run Pagefind over the stripped pages. Raises Unusable with what it said when it fails."""
    site, index = cache / "pages", cache / "index"
    for folder in (site, index):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    for number, page in enumerate(pages):
        (site / f"{number}.html").write_text(page, "utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(index), "--force-language", language, "--quiet"]
    run = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if run.returncode:
        raise Unusable([Problem("mkdocs.yml", 1, 1, "search-index", f"the search index of {language} could not be made (exit code {run.returncode}): {run.stderr.strip()[-400:]}")])
    shutil.rmtree(site)


def words_of(item):
    """All words of a Findable, those that are not shown included."""
    for text in (item.title, item.summary, *item.texts, *item.also):
        yield from words_in(text)


def stripped(item, language, forms, synonyms):
    """What Pagefind reads of one Findable: shown texts as content, words that only lead here as metadata with a weight of their own."""
    words = set(words_of(item))
    also = [*item.also, *synonyms.of(words)]
    hidden = forms.hidden(sorted(words | {word for text in also for word in words_in(text)}))
    meta = {
        "address": item.address, "kind": item.kind, "place": item.place, "date": item.date, "also": ", ".join(also),
        "forms": " ".join(hidden), "countries": ", ".join(item.countries),
    }  # fmt: skip
    # A line in a list weighs less than an entry with a page of its own: its title is no h1, which would make it the title.
    heading = f"<h1>{escape(item.title)}</h1>"
    if item.rank == "record":
        meta["heading"] = item.title
        heading = f'<p data-pagefind-weight="4">{escape(item.title)}</p>'
    tags = [f'<i data-pagefind-meta="{name}[content]" content="{escape(value)}"></i>' for name, value in meta.items() if value]
    tags += [f'<i data-pagefind-filter="{name}[content]" content="{escape(value)}"></i>' for name, values in item.facets.items() for value in values]
    body = "".join(f"<p>{escape(text)}</p>" for text in item.texts)
    return (
        f'<!doctype html><html lang="{language}"><body data-pagefind-body>{"".join(tags)}{heading}'
        f'<p data-pagefind-weight="3">{escape(item.summary)}</p>{body}</body></html>'
    )


class Synonyms:
    """The glossary's other words for what a page speaks of."""

    def __init__(self, language):
        self.sets = []
        by_word = {}
        for concept in glossary(language).values():
            variants = (concept.term, *concept.also)
            for variant in variants:
                by_word.setdefault(tuple(words_in(variant)), []).append(len(self.sets))
            self.sets.append(variants)
        self.by_word = {key: numbers for key, numbers in by_word.items() if len(key) == 1}
        self.words = {word for variants in self.sets for variant in variants for word in words_in(variant)}

    def of(self, words):
        """Variants of every concept that one of `words` names, those that are there already left out."""
        numbers = {number for word in words for number in self.by_word.get((word,), ())}
        return [variant for number in sorted(numbers) for variant in self.sets[number] if not set(words_in(variant)) <= words]


def common(items):
    """Sorted words that stand on so many pages that a question may do without them: "who", "in", "the"."""
    pages = Counter(word for item in items for word in set(words_in(" ".join((item.title, item.summary, *item.texts)))))
    return sorted(word for word, number in pages.items() if number > COMMON_SHARE * len(items))


def frequent(known, synonyms):
    """Words that a mistyped one may stand for, the frequent first."""
    usable = Counter({word: number for word, number in known.items() if len(word) >= 4})
    usable.update(word for word in synonyms.words if len(word) >= 4)
    return [word for word, _ in sorted(usable.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]]
