"""What the checks find: one Problem for each fault, as data. Printing is report.py's."""

from dataclasses import dataclass

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault at one place.

    path     file, relative to the project's root, with forward slashes
    line     1 for the first line, and for a fault of the file as a whole
    column   1 for the first character
    code     short name of the rule that found it, such as "unknown-field"
    message  one sentence that names the thing as the editor wrote it
    hint     what to do about it, may be empty
    excerpt  the source line, may be empty
    severity "error" stops a build, "warning" never does
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    excerpt: str = ""
    severity: str = ERROR


class Unusable(Exception):
    """Raised where nothing can go on; carries the problems that say why."""

    def __init__(self, problems):
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = list(problems)

    def __reduce__(self):
        """Made again from its problems, not from its message: it has to get out of a worker process."""
        return Unusable, (self.problems,)
