"""All problems of a project in one run: load -> rules."""

from dataclasses import dataclass

from hub.document import read_document
from hub.load import Loaded, load
from hub.rules import Material, check


@dataclass(frozen=True, slots=True)
class Checked:
    """loaded: what could be read. problems: sorted. files: how many files were looked at."""

    loaded: Loaded
    problems: tuple
    files: int


def check_project(project, read=read_document):
    """The Checked of a Project. read: as in load()."""
    loaded = load(project.root, project.languages, read)
    material = Material(loaded.records, loaded.translations, project.as_of)
    problems = {*loaded.problems, *check(project.root, material)}
    return Checked(loaded, tuple(sorted(problems)), len(loaded.records) + len(loaded.translations))
