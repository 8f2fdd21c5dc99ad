"""Library and Frame -> the files of the site, writing only what changed.

A page's key (Drawing.key) says everything that shapes it. What a folder already holds is known from the record of the last
run into it: key, size and time of each file.

The pages of one language need no other language; what shows all of them at once is made afterwards. So languages can be
drawn side by side in processes, or on machines (handover.py), and the rest is made of what each gives back.
"""

import multiprocessing
import sys
from dataclasses import dataclass, field
from pathlib import Path

from hub.drawing import Drawing
from hub.exports import EXPORTS, LAST
from hub.exports.material import Material
from hub.exports.parts import Part, part
from hub.frame import Frame
from hub.library import COMPLETE, NONE, PARTLY, Library
from hub.outputs import OUTPUTS
from hub.pages import all_plans, is_late
from hub.print.ready import ready_packs
from hub.problem import ERROR, Problem, Unusable
from hub.progress import Standing, standing
from hub.search.findables import findables
from hub.search.pagefind_index import search_index
from hub.site_files import SiteFiles, remove_stale


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the drawing of one language gives back.

    record    {path: [key, size, time]} of its files
    standing  how far the language's translations have come
    problems  what preparing the language found
    part      the language for the exports, or None when there are to be none
    """

    record: dict[str, list]
    standing: Standing
    problems: tuple[Problem, ...]
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Making:
    """What is to be made, and where.

    out          folder for the files
    jobs         how many languages are drawn at once, each in a process of its own
    known        record of what `out` holds from an earlier run, {path: [key, size, time]}
    development  true under a preview server
    prepare      called with each language before it is drawn, in its process; gives the problems it found
    search       folder that keeps the search indexes between runs; without it no index is made
    exports      whether to make the open data too
    packs        folder that keeps the printed packs between runs; without it none are made
    """

    library: Library
    frame: Frame
    out: Path
    jobs: int = 1
    known: dict = field(default_factory=dict)
    development: bool = False
    prepare: object = lambda language: ()
    search: Path | None = None
    exports: bool = False
    packs: Path | None = None

    @property
    def forking(self):
        return self.jobs > 1 and sys.platform != "win32"

    def drawing(self, language):
        return Drawing(self.library, self.frame, language, self.development)


def write_site(making, assets=None, meanwhile=None):
    """Write every file of the site; give the record for the next run, and the problems found.

    assets     folder with the engine's style sheets, fonts and images, or None when they are in place already
    meanwhile  called while the languages are drawn; gives problems too

    Raises Unusable when the problems of all of these together hold an error; the files are then not to be published.
    """
    drawn, problems = draw_languages(making, making.library.languages, meanwhile)
    return finish_site(making, drawn, assets), problems


def draw_languages(making, languages, meanwhile=None):
    """({language: Drawn}, problems): the files of these languages that need no other language. Raises as write_site."""
    task = _Task(making, all_plans(making.library), languages)
    if making.forking and len(languages) > 1:
        # Forked, so that the children share the library's memory instead of building their own.
        with multiprocessing.get_context("fork").Pool(making.jobs, _begin, (task,)) as pool:
            coming = pool.imap(_make, range(len(languages)))
            problems = list(meanwhile() if meanwhile else ())
            drawn = [] if is_failed(problems) else list(coming)
    else:
        problems = list(meanwhile() if meanwhile else ())
        drawn = [] if is_failed(problems) else [task.make(index) for index in range(len(languages))]
    problems += [problem for one in drawn for problem in one.problems]
    if is_failed(problems):
        raise Unusable(problems)
    return dict(zip(languages, drawn, strict=True)), problems


def finish_site(making, drawn, assets=None):
    """Add what shows all languages at once, and take away what nothing makes any more; give the record of the whole site.

    drawn: {language: Drawn} of every language, whose files are in place.
    """
    library, out, known = making.library, making.out, making.known
    plans = all_plans(library)
    record = {path: entry for one in drawn.values() for path, entry in one.record.items()}
    files = SiteFiles(out, known, record)
    standings = {language: one.standing for language, one in drawn.items()}
    for language in library.languages:
        drawing = making.drawing(language)
        drawing.standings = standings
        for plan in filter(is_late, plans):
            files.write(f"{drawing.folder}{plan.path}index.html", drawing.draw(plan).encode())
    coverage = {language: {key: covered(state) for key, state in one.states.items()} for language, one in standings.items()}
    for make in OUTPUTS:
        for path, content in make(library, making.frame, plans, coverage):
            files.write(path, content)
    if assets:
        files.copy_all(assets)
    if making.exports:
        material = Material(library, {language: drawn[language].part for language in library.languages}, out, dict(record))
        for made in run_exports(_Exporting(material, out, known), making.jobs if making.forking else 1):
            record.update(made)
        for export in LAST:
            for file in export(material, record):
                files.write_if(file.path, file.key, file.make)
    remove_stale(out, known, record)
    return record


def is_failed(problems):
    return any(problem.severity == ERROR for problem in problems)


def covered(state):
    """How much of an entry is translated, by its state."""
    return state if state in (NONE, PARTLY) else COMPLETE


_task = None


def _begin(task):
    global _task
    _task = task


def _make(index):
    return _task.make(index)


class _Exporting:
    """Makes the exports, one after the other or each in a process of its own."""

    def __init__(self, material, out, known):
        self.material, self.out, self.known = material, out, known

    def make(self, index):
        record = {}
        files = SiteFiles(self.out, self.known, record)
        for file in EXPORTS[index](self.material):
            files.write_if(file.path, file.key, file.make)
        return record


def run_exports(exporting, jobs):
    """The record of the files of every export."""
    if jobs == 1:
        return [exporting.make(index) for index in range(len(EXPORTS))]
    with multiprocessing.get_context("fork").Pool(jobs, initializer=_begin, initargs=(exporting,)) as pool:
        return list(pool.imap(_make, range(len(EXPORTS))))


class _Task:
    """Draws all pages of one language after the other."""

    def __init__(self, making, plans, languages):
        self.making, self.plans, self.languages = making, plans, languages

    def make(self, index):
        making, language = self.making, self.languages[index]
        problems = tuple(making.prepare(language))
        if is_failed(problems):
            return Drawn({}, Standing({}, []), problems)
        drawing, record = making.drawing(language), {}
        files = SiteFiles(making.out, making.known, record)
        if making.packs:
            drawing.packs = ready_packs(making.library, language, making.packs / language)
            for pack in drawing.packs.values():
                files.write_if(f"{drawing.folder}{pack.path}", pack.made, pack.source.read_bytes)
        for plan in self.plans:
            if is_late(plan):
                continue
            files.write_if(f"{drawing.folder}{plan.path}index.html", drawing.key(plan), lambda: drawing.draw(plan).encode())
        written = {path: page for (own, path), page in making.frame.written.items() if own == language}
        for path, page in written.items():
            if path:
                files.write_if(f"{drawing.folder}{path}index.html", drawing.base_key, lambda: drawing.draw_written(page).encode())
        files.write_if(f"{drawing.folder}404.html", drawing.base_key, lambda: drawing.draw_not_found().encode())
        if making.search:
            items = findables(making.library, drawing.labels, list(written.values()))
            for path, source in search_index(items, language, making.search / language).items():
                files.write(f"assets/search/{language}/{path}", source.read_bytes())
        return Drawn(record, standing(making.library, language), problems, part(making.library, language) if making.exports else None)
