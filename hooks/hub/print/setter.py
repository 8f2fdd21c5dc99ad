"""A typesetter in a process of its own, for builds: it starts when the first document comes and gives its memory back at the end.

typst works with threads of its own, and a process that has them must not be forked; builds fork. So no process of a build ever
loads typst itself.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HOOKS = Path(__file__).parents[2]


class Setter:
    """Use with `with`. set() takes a Document and the file it goes to, and gives (pages, size, what went wrong or nothing)."""

    process = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self.process:
            self.process.stdin.close()
            self.process.wait()

    def set(self, document, target):
        if self.process is None:
            paths = os.pathsep.join(filter(None, [str(HOOKS), os.environ.get("PYTHONPATH")]))
            self.process = subprocess.Popen(
                [sys.executable, "-m", "hub.print.setter"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths}
            )
        order = {"name": document.name, "template": document.template, "data": document.data, "target": str(target)}
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            return 0, 0, f"the typesetter stopped with {self.process.wait()}"
        return json.loads(answer)


def main():
    """Set the documents that come in, one a line, until there are no more."""
    from hub.print.document import Document
    from hub.print.typesetting import CannotPrint, typeset

    for line in sys.stdin.buffer:
        order = json.loads(line)
        try:
            printed = typeset(Document(order["name"], order["template"], order["data"]))
            Path(order["target"]).write_bytes(printed.content)
            answer = printed.pages, len(printed.content), ""
        except CannotPrint as error:
            answer = 0, 0, str(error)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:  # the build has ended meanwhile, and has said why
        os._exit(1)
