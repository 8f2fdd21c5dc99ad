"""Parsed files kept between runs, so that a warm run reads only what changed.

A kept parse counts only while size, time of change and time of status change of its file are the same. A store that is
missing, damaged or of another version is simply empty.
"""

import json
import os
from pathlib import Path

from hub.document import Document, read_document

VERSION = 1


class Store:
    """Reads documents through a file of earlier parses; `save` keeps what this run has seen."""

    def __init__(self, file):
        self.file = Path(file)
        self.old = self._load()
        self.new = {}
        self.read_afresh = 0

    def _load(self):
        try:
            kept = json.loads(self.file.read_bytes())
            if kept["version"] != VERSION:
                return {}
            return {path: (list(stamp), str(digest), dict(data)) for path, (stamp, digest, data) in kept["documents"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def read(self, root, path):
        """The Document of a file; raises Unusable as read_document does."""
        try:
            status = os.lstat(os.path.join(root, path))
            stamp = [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
        except OSError:
            return read_document(root, path)
        kept = self.old.get(path)
        if kept and kept[0] == stamp:
            self.new[path] = kept
            return Document(path, kept[2], kept[1])
        document = read_document(root, path)
        self.read_afresh += 1
        self.new[path] = (stamp, document.digest, document.data)
        return document

    def save(self):
        """Write the store whole or not at all."""
        if not self.read_afresh and self.new.keys() == self.old.keys():
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.file.with_suffix(".tmp")
        temporary.write_text(json.dumps({"version": VERSION, "documents": self.new}, ensure_ascii=False), "utf-8")
        os.replace(temporary, self.file)
        self.old = self.new
