"""The whole site in one go: check and engine side by side, then draw what changed into the spare folder, then publish."""

import fcntl
import gc
import json
import os
import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from hub.admin import require, write_admin
from hub.engine import Engine
from hub.handover import FILES, hand_over, made_from, take_over
from hub.library import Library
from hub.load import find_files, load_entries, load_translations
from hub.packs import load_packs
from hub.problem import Unusable
from hub.project import SOURCE_LANGUAGE
from hub.publish import publish
from hub.rules import check
from hub.rules.material import Material
from hub.site import Making, draw_languages, finish_site, is_failed, write_site
from hub.site_files import SiteFiles, read_record
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
        return is_failed(self.problems)


def build(project, out, jobs, progress=lambda text: None, command="mkdocs", pages_only=False, languages=(), parts=(), admin=None):
    """Build the site into `out` and give a Built. A failed build leaves the last good site in place.

    pages_only  leave out what is made from the pages' texts besides them, the search index, the printed packs and the open data; for quick
                looks and measurements
    languages   draw only these, and write into `out` what `parts` of another build takes over, not a site
    admin       folder of the npm packages of the web form, to put the form beside the site; without it no form is there
    parts       folders with all languages, drawn by such builds; only what shows all languages at once is left to make

    Raises EngineFailed when the generator stops, NotInstalled without the form's program, CannotMerge when the parts do not fit, and OSError when a folder cannot be written.
    """
    started = time.monotonic()
    if admin:
        require(admin)
    out = Path(out).absolute()
    cache = project.root / ".cache"
    cache.mkdir(exist_ok=True)
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

        spare = out.with_name(f".{out.name}.spare")
        spare_record, record_of_out = record_file(cache, spare), record_file(cache, out)
        making = Making(
            library, frame, spare, jobs, read_record(spare_record), prepare=judge_translations, exports=not pages_only,
            search=None if pages_only else cache / "search", packs=None if pages_only else cache / "print",
        )  # fmt: skip
        number = len(files.entries) + sum(map(len, files.translations.values()))
        try:
            if languages:
                progress(f"checking and drawing {', '.join(languages)}")
                shutil.rmtree(spare, ignore_errors=True)
                drawn, problems = draw_languages(replace(making, out=spare / FILES, known={}), languages, judge_entries)
                hand_over(spare, made_from(project.root, engine.wanted), drawn)
                record = {path: entry for one in drawn.values() for path, entry in one.record.items()}
            elif parts:
                progress("checking and putting the parts together")
                problems = judge_entries()
                if is_failed(problems):
                    raise Unusable(problems)
                files_of = partial(SiteFiles, spare, making.known)
                drawn = take_over(parts, project.languages, made_from(project.root, engine.wanted), files_of)
                record = finish_site(making, drawn, assets)
                problems |= {problem for one in drawn.values() for problem in one.problems}
            else:
                progress("checking and drawing")
                record, problems = write_site(making, assets, judge_entries)
        except Unusable as error:
            return Built(out, tuple(sorted(error.problems)), number, 0, time.monotonic() - started)
        shutil.rmtree(spare / "admin", ignore_errors=True)  # not the build's own: what an earlier one left would come back
        if admin:
            write_admin(project, admin, spare / "admin")
        spare_record.write_text(json.dumps({} if languages else record), "utf-8")
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
