"""What each problem code means, read from the rules themselves: their docstrings, messages and hints. Nothing is written twice.

The check speaks English. For editors who do not, problem_meanings/<language>.yml explains every code in their language.
"""

import ast
import re
from collections import defaultdict
from pathlib import Path

import yaml

CODE = re.compile(r"[a-z]+(-[a-z]+)+|link|tab|wording|glossary")
CODE_FOLDER = Path(__file__).parent
FINDERS = ("document.py", "shape.py", "load.py", "picture.py", "packs.py", "rules")
MEANINGS = CODE_FOLDER / "problem_meanings"
MADE = "<!-- Made by hub problems from the rules; do not change by hand. -->"
HEAD = f"""---
title: What the check says
description: Every problem that the check can find, what it means and how to mend it.
---

{MADE}

# What the check says

`hub check` names the file, the line and the column of each problem, then a code in brackets. *Errors* stop the site from being built;
*warnings* never do. Three dots stand for words of your own text.

"""


def meanings(root=CODE_FOLDER):
    """{code: (docstrings of the rules that find it, [(message, hint)])} in order of the alphabet."""
    rules, said = defaultdict(dict), defaultdict(dict)
    for place in FINDERS:
        for path in sorted((root / place).rglob("*.py")) if (root / place).is_dir() else [root / place]:
            tree = ast.parse(path.read_text("utf-8"))
            for function, node in walk(tree, None):
                for code, message, hint in found_in(node):
                    said[code][message, hint] = None
                    docstring = function is not None and path.parent.name == "rules" and ast.get_docstring(function)
                    if docstring:
                        rules[code][" ".join(docstring.split())] = None
    return {code: (list(rules[code]), list(said[code])) for code in sorted(said)}


def walk(node, function):
    """Every node with the function around it."""
    for child in ast.iter_child_nodes(node):
        inner = child if isinstance(child, ast.FunctionDef) else function
        yield inner, child
        yield from walk(child, inner)


def found_in(node):
    """(code, message, hint) of a call or a tuple that has a code followed by a message."""
    parts = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else ()
    for number, code in enumerate(parts):
        if isinstance(code, ast.Constant) and isinstance(code.value, str) and CODE.fullmatch(code.value):
            rest = [text(part) for part in parts[number + 1 :]]
            at = next((index for index, words in enumerate(rest[:3]) if " " in words), None)
            if at is not None:  # between them stand at most a line and a column
                yield code.value, rest[at], rest[at + 1] if len(rest) > at + 1 else ""
            return


def text(node):
    """A string of the code, with dots for what is put in; nothing for anything else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
    if isinstance(node, ast.BinOp):
        return text(node.left) + (text(node.right) or "…")
    if isinstance(node, ast.BoolOp):
        return next(filter(None, map(text, reversed(node.values))), "")
    return ""


def page(examples=None):
    """The Markdown page. examples: {code: a line that has the problem}."""
    lines = [HEAD.rstrip("\n"), ""]
    for code, (rules, said) in meanings().items():
        lines += [f"## `{code}`", ""]
        lines += [*rules, ""] if rules else []
        for message, hint in said:
            lines.append(f"- {capital(message)}" + (f". **What to do:** {hint}" if hint else ""))
        if examples and code in examples:
            lines += ["", "Such as:", "", "```yaml", examples[code], "```"]
        lines.append("")
    return "\n".join(lines)


def told(language):
    """What problem_meanings/<language>.yml says: title, description, intro, example, and {code: meaning} in `codes`."""
    return yaml.load((MEANINGS / f"{language}.yml").read_text("utf-8"), yaml.CSafeLoader)


def page_in(language, examples=None):
    """The Markdown page in another language. Raises KeyError for a code that the language does not explain."""
    words = told(language)
    lines = ["---", f"title: {words['title']}", f"description: {words['description']}", "---", "", MADE, "", f"# {words['title']}", "", words["intro"].strip(), ""]
    for code in meanings():
        lines += [f"## `{code}`", "", words["codes"][code].strip()]
        if examples and code in examples:
            lines += ["", words["example"], "", "```yaml", examples[code], "```"]
        lines.append("")
    return "\n".join(lines)


def pages(examples=None):
    """{language: its page}, English and every language that has meanings."""
    others = sorted(path.stem for path in MEANINGS.glob("*.yml"))
    return {"en": page(examples)} | {language: page_in(language, examples) for language in others}


def capital(words):
    return words[:1].upper() + words[1:]


def examples_in(folder):
    """{code: the line at fault} from a folder of faults with the problem that each must give."""
    found = {}
    for path in sorted(Path(folder).glob("*.yml")):
        lines = path.read_text("utf-8", "replace").splitlines()
        expected = len(lines) > 2 and re.match(r"# expect: (\d+):\d+ \w+\[([\w-]+)\]", lines[1])
        if expected and int(expected[1]) <= len(lines):
            line = lines[int(expected[1]) - 1].strip()
            if line and not line.startswith("#") and len(line) < 110:
                found.setdefault(expected[2], line)
    return found
