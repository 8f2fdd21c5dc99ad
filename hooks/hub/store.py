"""Parsed files kept between runs, so that a warm run reads only what changed.

A kept parse counts only while size, time of change and time of status change of its file are the same. A store that is
missing, damaged or of another version is simply empty: a digest stands in front of the data, which are in Python's own
marshal format because that reads four times as fast as JSON.
"""

import hashlib
import marshal
import os
import sys
from pathlib import Path

from hub.document import Document, read_document

VERSION = f"1 {sys.version}".encode()
DIGEST_BYTES = 32


class Store:
    """Reads documents through a file of earlier parses; `save` keeps what this run has seen.

    file: where to keep them; without one they are kept in memory only.
    """

    def __init__(self, file=None):
        self.file = file and Path(file)
        self.old = self._load() if file else {}
        self.new = {}
        self.shaped = {}
        self.read_afresh = 0

    def _load(self):
        try:
            content = self.file.read_bytes()
        except OSError:
            return {}
        digest, data = content[:DIGEST_BYTES], content[DIGEST_BYTES:]
        return marshal.loads(data) if digest == seal(data) else {}

    def read(self, root, path):
        """The Document of a file; raises Unusable as read_document does."""
        stamp = stamp_of(root, path)
        kept = self.new.get(path) or self.old.get(path)
        if kept is None or kept[0] != stamp:
            document = read_document(root, path)
            self.read_afresh += 1
            kept = (stamp, document.digest, document.data)
        self.new[path] = kept
        return Document(path, kept[2], kept[1])

    def keep(self, key, digest, make):
        """What `make()` gave for `key` when its digest was the same; kept in memory only."""
        found = self.shaped.get(key)
        if found is None or found[0] != digest:
            found = self.shaped[key] = (digest, make())
        return found[1]

    def save(self):
        """Write the store whole or not at all."""
        if self.file is None or not self.read_afresh and self.new.keys() == self.old.keys():
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.file.with_suffix(".tmp")
        data = marshal.dumps(self.new)
        temporary.write_bytes(seal(data) + data)
        os.replace(temporary, self.file)
        self.old, self.read_afresh = self.new, 0


def seal(data):
    """Digest that fits this version of the data only."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES, key=VERSION[:64]).digest()


def folder_digest(folder):
    """Digest of the names and contents of all files below a folder: what is kept between runs counts only while it is whole."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}|{len(content)}|".encode() + content)
    return digest.hexdigest()


def stamp_of(root, path):
    """[size, time of change, time of status change], or None for a file that is not there."""
    try:
        status = os.lstat(os.path.join(root, path))
    except OSError:
        return None
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
