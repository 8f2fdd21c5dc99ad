"""The files below one output folder: written only when they changed, recorded, and taken away when nothing makes them any more.

A file is left alone only when its key, size and time all fit what the record of the last run says, so that a damaged or
foreign file is written again.
"""

import json
import os
from pathlib import Path

from hub.document import digest


class SiteFiles:
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
