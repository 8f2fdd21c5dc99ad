"""Runs the site generator for the frame alone, in a process of its own, and keeps its result while nothing it reads changed.

The generator is named here only as a command; mkdocs_events.py is what runs inside it.
"""

import hashlib
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from hub.document import digest
from hub.frame import Frame
from hub.shell import Shell
from hub.store import folder_digest

HOOKS = Path(__file__).parents[1]
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "Markdown")


class EngineFailed(Exception):
    """The generator stopped; the message is what it said."""


class Engine:
    """One run of the generator. `start` it early, `result` waits for it."""

    def __init__(self, project, cache, command="mkdocs"):
        self.project, self.command = project, command
        self.folder = Path(cache) / "frame"
        self.file, self.key_file = self.folder / "frame.json", self.folder / "key"
        self.process = None

    def key(self):
        """Changes whenever the frame can: pages of docs/, theme, code, configuration, versions, date."""
        root = self.project.root
        found = hashlib.blake2b(f"{self.command}|{self.project.as_of}|{self.project.site_url}".encode(), digest_size=16)
        found.update("|".join(f"{name} {version(name)}" for name in PACKAGES).encode())
        for file in [root / "mkdocs.yml", *sorted((root / "docs").rglob("*")), *sorted(HOOKS.rglob("*"))]:
            if file.is_file() and "__pycache__" not in file.parts:
                found.update(os.path.relpath(file, root).encode() + b"\0" + file.read_bytes())
        return found.hexdigest()

    def seal(self):
        """What the key file says while the kept frame is right and whole."""
        frame = self.file.read_bytes() if self.file.is_file() else b""
        return f"{self.wanted} {digest(frame)} {folder_digest(self.folder / 'out')}".encode()

    def start(self):
        """Begin, unless the kept frame is still right."""
        self.wanted = self.key()
        if self.key_file.is_file() and self.key_file.read_bytes() == self.seal():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        self.key_file.unlink(missing_ok=True)
        environment = {**os.environ, "HUB_FRAME": str(self.file), "HUB_AS_OF": self.project.as_of.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
        arguments = [sys.executable, "-m", self.command, "build", "--strict", "--quiet", "--site-dir", str(self.folder / "out")]
        self.process = subprocess.Popen(
            [*arguments, "--config-file", str(self.project.root / "mkdocs.yml")], cwd=self.project.root, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def stop(self):
        """End a run that nobody waits for any more."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def result(self):
        """(Frame, folder of assets). Raises EngineFailed."""
        if self.process:
            said, _ = self.process.communicate()
            if self.process.returncode:
                raise EngineFailed(said.strip())
        frame = Frame.read(self.file)
        try:
            for language in self.project.languages:
                Shell(frame.shells.get(language, ""))
        except ValueError as error:
            raise EngineFailed(str(error)) from None
        self.key_file.write_bytes(self.seal())
        return frame, self.folder / "out"
