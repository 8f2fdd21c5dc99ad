"""All problems of a project in one run: load -> rules."""

from dataclasses import dataclass

from hub.load import Loaded, load
from hub.packs import load_packs
from hub.rules import check
from hub.rules.material import Material
from hub.shape import kind_of, stem_of


@dataclass(frozen=True, slots=True)
class Checked:
    """loaded: what could be read. problems: sorted. files: how many files were looked at."""

    loaded: Loaded
    problems: tuple
    files: int


def check_project(project, store=None):
    """The Checked of a Project. store: as in load()."""
    loaded = load(project.root, project.languages, store)
    return judged(project, loaded, load_packs(project.root, loaded.kinds, project.languages))


def check_files(project, paths):
    """The same for some files or folders only, given relative to the root: the others are not read, only known to be there.

    Programmes are read in any case, since nobody named in one may be named elsewhere.
    """
    entries = {entry_of(path) for path in paths}

    def needed(path):
        return within(path, paths) or path in entries or kind_of(path).name == "event" and path == entry_of(path)

    loaded = load(project.root, project.languages, only=needed)
    packs, faults = load_packs(project.root, loaded.kinds, project.languages, lambda path: within(path, paths))
    checked = judged(project, loaded, (packs, faults))
    problems = tuple(problem for problem in checked.problems if within(problem.path, paths))
    files = [item for item in (*checked.loaded.records.values(), *checked.loaded.translations.values()) if within(item.path, paths)]
    return Checked(checked.loaded, problems, len(files) + len(packs))


def entry_of(path):
    """The entry's file for that of a translation; an entry's own stays as it is."""
    return f"{path.rpartition('/')[0]}/{stem_of(path).partition('.')[0]}.yml"


def within(path, places):
    return any(place == "." or path == place or path.startswith(place + "/") for place in places)


def judged(project, loaded, read):
    """The Checked of what was loaded: its own problems and those that the rules find. read: what load_packs() gave."""
    packs, faults = read
    problems = {*loaded.problems, *faults, *check(project.root, Material(loaded.records, loaded.translations, loaded, project.as_of, packs))}
    return Checked(loaded, tuple(sorted(problems)), len(loaded.records) + len(loaded.translations) + len(packs))
