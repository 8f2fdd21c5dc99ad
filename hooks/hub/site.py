"""Library and Frame -> the files of the site, writing only what changed.

A page's key (Drawing.key) says everything that shapes it. What a folder already holds is known from the record of the last
run into it: key, size and time of each file. A file is left alone only when all three still fit, so that a damaged or
foreign file is written again.
"""

import json
import multiprocessing
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from hub.document import digest
from hub.drawing import Drawing
from hub.exports import EXPORTS, LAST
from hub.exports.material import Material
from hub.exports.parts import part
from hub.library import COMPLETE, NONE, PARTLY
from hub.outputs import OUTPUTS
from hub.pages import all_plans, is_late
from hub.print.ready import ready_packs
from hub.problem import ERROR, Unusable
from hub.progress import Standing, standing
from hub.search.findables import findables
from hub.search.pagefind_index import search_index


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the drawing of one language gives back.

    record    {path: [key, size, time]} of its files
    standing  how far the language's translations have come
    problems  what preparing the language found
    part      the language for the exports, or None when there are to be none
    """

    record: dict
    standing: Standing
    problems: tuple
    part: object = None


def write_site(library, frame, out, assets=None, jobs=1, known=None, development=False, prepare=None, meanwhile=None, search=None, exports=False, packs=None):
    """Write every file of the site below `out`; give the record for the next run.

    assets       folder with the engine's style sheets, fonts and images, or None when they are in place already
    jobs         how many languages are drawn at once, each in a process of its own
    known        record of what `out` holds from an earlier run, {path: [key, size, time]}
    development  true under a preview server
    prepare      called with each language before it is drawn, in its process; gives the problems it found
    meanwhile    called while the languages are drawn; gives problems too
    search       folder that keeps the search indexes between runs; without it no index is made
    exports      whether to make the open data too
    packs        folder that keeps the printed packs between runs; without it none are made

    Raises Unusable when the problems of all of these together hold an error; the files are then not to be published.
    """
    out, known = Path(out), known or {}
    drawings = [Drawing(library, frame, language, development) for language in library.languages]
    task = _Task(all_plans(library), drawings, out, known, prepare or (lambda language: ()), search, exports, packs)
    forking = jobs > 1 and len(drawings) > 1 and sys.platform != "win32"
    if forking:
        # Forked, so that the children share the library's memory instead of building their own.
        with multiprocessing.get_context("fork").Pool(jobs, _begin, (task,)) as pool:
            parts = pool.imap(_draw_language, range(len(drawings)))
            problems = list(meanwhile() if meanwhile else ())
            parts = [] if any(problem.severity == ERROR for problem in problems) else list(parts)
    else:
        problems = list(meanwhile() if meanwhile else ())
        parts = [] if any(problem.severity == ERROR for problem in problems) else [task.draw(index) for index in range(len(drawings))]
    problems += [problem for part in parts for problem in part.problems]
    if any(problem.severity == ERROR for problem in problems):
        raise Unusable(problems)
    record = {path: entry for part in parts for path, entry in part.record.items()}
    files = _Files(out, known, record)
    standings = {drawing.language: part.standing for drawing, part in zip(drawings, parts, strict=True)}
    for drawing in drawings:
        drawing.standings = standings
        for plan in filter(is_late, task.plans):
            files.write(f"{drawing.folder}{plan.path}index.html", drawing.draw(plan).encode())
    coverage = {language: {key: covered(state) for key, state in one.states.items()} for language, one in standings.items()}
    for make in OUTPUTS:
        for path, content in make(library, frame, task.plans, coverage):
            files.write(path, content)
    if assets:
        files.copy_all(assets)
    if exports:
        material = Material(library, {language: part.part for language, part in zip(library.languages, parts, strict=True)}, out, dict(record))
        for made in run_exports(_Exporting(material, out, known), jobs if forking else 1):
            record.update(made)
        for export in LAST:
            for file in export(material, record):
                files.write_if(file.path, file.key, file.make)
    remove_stale(out, known, record)
    return record, problems


def covered(state):
    """How much of an entry is translated, by its state."""
    return state if state in (NONE, PARTLY) else COMPLETE


_task = None


def _begin(task):
    global _task
    _task = task


def _draw_language(index):
    return _task.draw(index)


class _Exporting:
    """Makes the exports, one after the other or each in a process of its own."""

    def __init__(self, material, out, known):
        self.material, self.out, self.known = material, out, known

    def draw(self, index):
        record = {}
        files = _Files(self.out, self.known, record)
        for file in EXPORTS[index](self.material):
            files.write_if(file.path, file.key, file.make)
        return record


def run_exports(exporting, jobs):
    """The record of the files of every export."""
    if jobs == 1:
        return [exporting.draw(index) for index in range(len(EXPORTS))]
    with multiprocessing.get_context("fork").Pool(jobs, initializer=_begin, initargs=(exporting,)) as pool:
        return list(pool.imap(_draw_language, range(len(EXPORTS))))


class _Task:
    """Draws all pages of one language after the other."""

    def __init__(self, plans, drawings, out, known, prepare, search, exports, packs):
        self.plans, self.drawings, self.out, self.known, self.prepare = plans, drawings, out, known, prepare
        self.search, self.exports, self.packs = search, exports, packs

    def draw(self, index):
        drawing = self.drawings[index]
        problems = tuple(self.prepare(drawing.language))
        if any(problem.severity == ERROR for problem in problems):
            return Drawn({}, Standing({}, []), problems)
        record = {}
        files = _Files(self.out, self.known, record)
        if self.packs:
            drawing.packs = ready_packs(drawing.library, drawing.language, self.packs / drawing.language)
            for pack in drawing.packs.values():
                files.write_if(f"{drawing.folder}{pack.path}", pack.made, pack.source.read_bytes)
        for plan in self.plans:
            if is_late(plan):
                continue
            files.write_if(f"{drawing.folder}{plan.path}index.html", drawing.key(plan), lambda: drawing.draw(plan).encode())
        for (language, path), written in drawing.frame.written.items():
            if language == drawing.language and path:
                files.write_if(f"{drawing.folder}{path}index.html", drawing.base_key, lambda: drawing.draw_written(written).encode())
        files.write_if(f"{drawing.folder}404.html", drawing.base_key, lambda: drawing.draw_not_found().encode())
        if self.search:
            written = [page for (language, _), page in drawing.frame.written.items() if language == drawing.language]
            items = findables(drawing.library, drawing.labels, written)
            for path, source in search_index(items, drawing.language, self.search / drawing.language).items():
                files.write(f"assets/search/{drawing.language}/{path}", source.read_bytes())
        return Drawn(record, standing(drawing.library, drawing.language), problems, part(drawing.library, drawing.language) if self.exports else None)


class _Files:
    """Writes files below a folder and records them."""

    def __init__(self, out, known, record):
        self.out, self.known, self.record = str(out), known, record
        self.made = set()

    def write_if(self, path, key, content):
        """Write `content()` unless the file is known to hold it already."""
        target = f"{self.out}/{path}"
        old = self.known.get(path)
        if old and old[0] == key:
            try:
                status = os.stat(target)
                if [status.st_size, status.st_mtime_ns] == old[1:]:
                    self.record[path] = old
                    return
            except OSError:
                pass
        self.put(path, key, content())

    def write(self, path, content):
        """Write ready bytes; unchanged ones are left alone."""
        self.write_if(path, digest(content), lambda: content)

    def put(self, path, key, content):
        target = f"{self.out}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in self.made:
            self.make(folder)
        try:
            with open(target, "wb", buffering=0) as file:
                if file.write(content) != len(content):  # a disk that fills up takes a part and says nothing
                    file.write(content[os.fstat(file.fileno()).st_size :])
                status = os.fstat(file.fileno())
        except OSError as error:
            raise OSError(error.errno, error.strerror, target) from None  # a failed write names no file by itself
        self.record[path] = [key, status.st_size, status.st_mtime_ns]

    def make(self, folder):
        try:
            os.mkdir(folder)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
        self.made.add(folder)

    def copy_all(self, folder):
        for source in sorted(Path(folder).rglob("*")):
            if source.is_file():
                self.write(source.relative_to(folder).as_posix(), source.read_bytes())


def remove_stale(out, known, record):
    """Take away what an earlier run wrote and this one did not."""
    for path in known.keys() - record.keys():
        target = Path(out) / path
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == Path(out) or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def read_record(path):
    """The record of an earlier run, empty when there is none or it cannot be read."""
    try:
        record = json.loads(Path(path).read_text("utf-8"))
        return record if isinstance(record, dict) else {}
    except (OSError, ValueError):
        return {}

