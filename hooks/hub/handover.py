"""What one machine hands to another when languages are drawn apart: a folder with the files of some languages and what is known of them.

`site/` holds the files, `handover.json` one Drawn for each language. Both come from outside, so nothing of them is taken on trust:
they must be of the same content, code and day, whole, and stay inside the folder.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from hub.load import FOLDERS
from hub.site import Drawn
from hub.withdrawn import FILE as WITHDRAWN

FILES, WORD = "site", "handover.json"
READ = (*FOLDERS, WITHDRAWN)


class CannotMerge(Exception):
    """Parts that do not make one site; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Handover:
    """made_from: digest of content, code and day. drawn: {language: Drawn}."""

    made_from: str
    drawn: dict[str, Drawn]


SHAPE = TypeAdapter(Handover)


def made_from(root, frame_key):
    """Digest of everything a build reads; frame_key stands for code, configuration and day."""
    found = hashlib.blake2b(frame_key.encode(), digest_size=16)
    for name in READ:
        for path in sorted([root / name, *(root / name).rglob("*")]):
            if path.is_file():
                content = path.read_bytes()
                found.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def hand_over(folder, made_of, drawn):
    """Write the word that goes with the files in `folder`."""
    (Path(folder) / WORD).write_bytes(SHAPE.dump_json(Handover(made_of, drawn)))


def take_over(folders, languages, made_of, files_of):
    """{language: Drawn} of all languages, with the files of `folders` written by `files_of(record)`, a SiteFiles for each language.

    Raises CannotMerge when a folder is damaged or of other content, or a language is missing or comes twice.
    """
    found = {}
    for folder in map(Path, folders):
        try:
            word = SHAPE.validate_json((folder / WORD).read_bytes())
        except FileNotFoundError:
            raise CannotMerge(f"{folder} holds no {WORD}: it was not made by hub build --lang") from None
        except ValidationError as error:
            raise CannotMerge(f"{folder / WORD} is damaged ({error.error_count()} faults); build this part again") from None
        if word.made_from != made_of:
            raise CannotMerge(f"{folder} was made from other files, other code or for another day; build all parts from one commit with one --as-of")
        for language, one in word.drawn.items():
            if language in found:
                raise CannotMerge(f'language "{language}" comes twice, the second time from {folder}')
            found[language] = Drawn(_take_files(folder / FILES, one.record, files_of), one.standing, one.problems, one.part)
    missing = [language for language in languages if language not in found]
    if missing:
        raise CannotMerge(f"no part holds {', '.join(missing)}; build it with hub build --lang {missing[0]}")
    return {language: found[language] for language in languages}


def _take_files(folder, record, files_of):
    taken = {}
    files = files_of(taken)
    for path, (key, size, _) in record.items():
        source = Path(folder, *path.split("/"))
        if ".." in path.split("/") or path.startswith("/"):
            raise CannotMerge(f"{folder} names a file outside itself: {path}")
        if source.is_symlink() or not source.is_file() or os.path.getsize(source) != size:
            raise CannotMerge(f"{source} is missing or damaged; build this part again")
        files.write_if(path, key, source.read_bytes)
    return taken
