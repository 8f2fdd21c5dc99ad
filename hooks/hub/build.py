"""The whole site in one go: check and engine side by side, then draw what changed into the spare folder, then publish."""

import fcntl
import gc
import json
import os
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hub.engine import Engine
from hub.library import Library
from hub.load import find_files, load_entries, load_translations
from hub.packs import load_packs
from hub.problem import ERROR, Unusable
from hub.project import SOURCE_LANGUAGE
from hub.publish import publish
from hub.rules import check
from hub.rules.material import Material
from hub.site import read_record, write_site
from hub.store import Store


@dataclass(frozen=True, slots=True)
class Built:
    """out: the folder. problems: all that the check found; with an error among them nothing was built."""

    out: Path
    problems: tuple
    files: int
    pages: int
    seconds: float

    @property
    def failed(self):
        return any(problem.severity == ERROR for problem in self.problems)


def build(project, out, jobs, progress=lambda text: None, command="mkdocs", pages_only=False):
    """Build the site into `out` and give a Built. A failed build leaves the last good site in place.

    pages_only: leave out what is made from the pages' texts besides them, the search index, the printed packs and the open data; for quick looks and measurements.

    Raises EngineFailed when the generator stops and OSError when a folder cannot be written.
    """
    started = time.monotonic()
    out = Path(out).absolute()
    cache = project.root / ".cache"
    cache.mkdir(exist_ok=True)
    spare = out.with_name(f".{out.name}.spare")
    # A build makes much and drops little before it ends: the collector would only look through it again and again.
    gc.disable()
    with one_at_a_time(cache / "build.lock", progress):
        engine = Engine(project, cache, command)
        engine.start()
        try:
            progress("reading entries")
            stores = {language: Store(cache / f"documents-{language}") for language in project.languages}
            files = find_files(project.root)
            loaded = load_entries(project.root, files, stores[SOURCE_LANGUAGE])
            library = Library(project, loaded)
            progress(f"{len(library.records)} entries; waiting for the frame")
            frame, assets = engine.result()
        finally:
            engine.stop()

        def judge_entries():
            """Rules over the English entries; what they refuse is never published."""
            for language in files.translations.keys() - set(project.languages):
                load_translations(project.root, files, loaded, project.languages, language, stores[SOURCE_LANGUAGE])
            packs, faults = load_packs(project.root, loaded.kinds, project.languages)
            found = check(project.root, Material(loaded.records, {}, loaded, project.as_of, packs))
            stores[SOURCE_LANGUAGE].save()
            return {*loaded.problems, *faults, *found}

        def judge_translations(language):
            """Load one language, in the process that draws it, and run the rules over its translations."""
            if language == SOURCE_LANGUAGE:
                return ()
            before = len(loaded.problems)
            load_translations(project.root, files, loaded, project.languages, language, stores[language])
            stores[language].save()
            own = {key: value for key, value in loaded.translations.items() if key[1] == language}
            return {*loaded.problems[before:], *check(project.root, Material({}, own, loaded, project.as_of))}

        spare_record, record_of_out = record_file(cache, spare), record_file(cache, out)
        progress("checking and drawing")
        number = len(files.entries) + sum(map(len, files.translations.values()))
        known = read_record(spare_record)
        try:
            record, problems = write_site(
                library, frame, spare, assets, jobs, known, prepare=judge_translations, meanwhile=judge_entries,
                search=None if pages_only else cache / "search", exports=not pages_only,
                packs=None if pages_only else cache / "print",
            )  # fmt: skip
        except Unusable as error:
            return Built(out, tuple(sorted(error.problems)), number, 0, time.monotonic() - started)
        spare_record.write_text(json.dumps(record), "utf-8")
        publish(spare, out)
        swap_records(spare_record, record_of_out)
    pages = sum(path.endswith(".html") for path in record)
    return Built(out, tuple(sorted(problems)), number, pages, time.monotonic() - started)


def record_file(cache, folder):
    """Where the record of what a folder holds is kept; each output folder has its own."""
    name = folder.as_posix().strip("/").replace("/", "-")
    return cache / f"record-{name[-120:]}.json"


def swap_records(a, b):
    """The records follow their folders. A crash before this is harmless: sizes and times no longer fit, pages are drawn anew."""
    aside = a.with_suffix(".aside")
    os.replace(a, aside)
    if b.exists():
        os.replace(b, a)
    os.replace(aside, b)


@contextmanager
def one_at_a_time(lock, progress):
    """Two builds of one project wait for each other."""
    with open(lock, "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            progress("another build is running; waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
