"""What a file said earlier, from git. Where there is no git, or a shallow copy of it, nothing is known."""

import subprocess
from functools import cache

from hub.document import Fault, parse
from hub.translation import fingerprint


@cache
def earlier_text(root, path, stamp):
    """The text with that fingerprint in an earlier version of a file, the latest one that has it, or nothing."""
    for revision in revisions(root, path):
        found = texts_by_stamp(root, path, revision).get(stamp)
        if found:
            return found
    return ""


@cache
def revisions(root, path):
    """Commits that changed a file, the latest first."""
    return tuple(git(root, "log", "--format=%H", "--", path).decode().split())


@cache
def texts_by_stamp(root, path, revision):
    return {fingerprint(text): text for text in leaves(document_at(root, path, revision))}


def document_at(root, path, revision):
    """The data of a file in a commit; nothing when it was not there or cannot be read."""
    try:
        return parse(git(root, "show", f"{revision}:./{path}"))
    except Fault:
        return {}


def leaves(value):
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)


def git(root, *words):
    """What a git command prints; nothing when it fails."""
    try:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""
