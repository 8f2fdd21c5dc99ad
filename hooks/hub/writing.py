"""Plain data as the YAML that people would write: short lists in one line, long texts folded below their name."""

import re
import textwrap

import yaml

from hub.document import Fault, parse

WIDTH = 118


def field_lines(name, value, indent=0):
    """The lines of one field."""
    space = " " * indent
    if isinstance(value, dict):
        flow = f"{space}{name}: {in_line(value)}"
        if len(flow) <= WIDTH and all(isinstance(item, str) for item in value.values()):
            return [flow]
        return [f"{space}{name}:", *(line for key, item in value.items() for line in field_lines(key, item, indent + 2))]
    if isinstance(value, (list, tuple)):
        flow = f"{space}{name}: {in_line(value)}"
        if len(flow) <= WIDTH and all(isinstance(item, str) for item in value):
            return [flow]
        return [f"{space}{name}:", *(line for item in value for line in item_lines(item, indent + 2))]
    return text_lines(f"{space}{name}: ", str(value), indent + 2)


def item_lines(item, indent):
    """The lines of one item of a list, with its dash."""
    space = " " * indent
    flow = f"{space}- {in_line(item)}"
    if not isinstance(item, dict):
        return text_lines(f"{space}- ", item, indent + 2) if isinstance(item, str) else [flow]
    if len(flow) <= WIDTH and all(isinstance(value, str) for value in item.values()):
        return [flow]
    lines = [line for key, value in item.items() for line in field_lines(key, value, indent + 2)]
    return [f"{space}- {lines[0].lstrip()}", *lines[1:]] if lines else [f"{space}- {{}}"]


def text_lines(start, text, indent):
    """`start` with a text behind it, or folded below it when it is long."""
    plain = start + in_line(text)
    if len(plain) <= WIDTH:
        return [plain]
    paragraphs = re.split(r"\n", text)
    wrapped = [textwrap.wrap(part, WIDTH - indent, break_long_words=False, break_on_hyphens=False) or [""] for part in paragraphs]
    lines = [f"{start}>-"]
    for index, part in enumerate(wrapped):
        lines += ([""] if index else []) + [" " * indent + line for line in part]
    return lines if reads_as("\n".join([f"x: {lines[0][len(start):]}", *lines[1:]]), text) else [start + quoted(text)]


def in_line(value):
    """A value in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_line(item) if not isinstance(item, str) else in_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(in_line(item) if not isinstance(item, str) else in_flow(item) for item in value) + "]"
    if "\n" in value or value != value.strip():
        return quoted(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value  # a day, which needs no quotes in any reader
    plain = yaml.safe_dump(value, width=10**6, allow_unicode=True).removesuffix("...\n").rstrip("\n")
    return plain if not plain.startswith("'") else quoted(value)


def in_flow(text):
    """A text inside brackets, where commas and brackets need quotes as well."""
    return quoted(text) if re.search(r"[,\[\]{}]", text) else in_line(text)


def quoted(text):
    return yaml.safe_dump(text, width=10**6, allow_unicode=True, default_style='"').rstrip("\n")


def reads_as(yaml_text, text):
    """Whether the field x of `yaml_text` reads back as `text`."""
    try:
        return parse(yaml_text.encode() + b"\n").get("x") == text
    except Fault:
        return False
