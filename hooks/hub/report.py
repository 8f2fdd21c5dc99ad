"""Problems as text for people, as GitHub annotations, and as JSON."""

import json
from dataclasses import asdict

from hub.problem import ERROR, WARNING


def as_text(problems, files):
    """The message format of the contract: one machine-readable line each, then the source line and a hint."""
    lines = []
    for problem in sorted(problems):
        lines.append(f"{problem.path}:{problem.line}:{problem.column}: {problem.severity}[{problem.code}]: {problem.message}")
        if problem.excerpt.strip():
            lines.append(f"{problem.line:>5} | {problem.excerpt}")
        if problem.hint:
            lines.append(f"  hint: {problem.hint}")
        lines.append("")
    lines.append(summary(problems, files))
    return "\n".join(lines)


def summary(problems, files):
    errors = sum(problem.severity == ERROR for problem in problems)
    warnings = sum(problem.severity == WARNING for problem in problems)
    return f"{plural(errors, 'error')}, {plural(warnings, 'warning')} in {plural(files, 'file')}"


def plural(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def as_github(problems, files):
    """Workflow commands that put each problem on its line of a pull request."""
    lines = []
    for problem in sorted(problems):
        text = problem.message + (f" Hint: {problem.hint}" if problem.hint else "")
        place = f"file={escape(problem.path, ',:')},line={max(problem.line, 1)},col={problem.column}"
        lines.append(f"::{problem.severity} {place},title={problem.code}::{escape(text)}")
    return "\n".join([*lines, summary(problems, files)])


def escape(text, more=""):
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_json(problems, files):
    errors = sum(problem.severity == ERROR for problem in problems)
    return json.dumps(
        {"files": files, "errors": errors, "warnings": len(problems) - errors, "problems": [asdict(p) for p in sorted(problems)]},
        ensure_ascii=False, indent=1,
    )  # fmt: skip


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
