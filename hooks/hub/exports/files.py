"""One file of an export."""

import json
from dataclasses import dataclass
from typing import Any, Callable

import pydantic_core


@dataclass(frozen=True, slots=True)
class File:
    """path: below the site's root. key: changes whenever the content does. make: gives the bytes; called only when they are needed."""

    path: str
    key: str
    make: Callable[[], bytes]


def as_json(data: Any):
    """Bytes of JSON: UTF-8 as it is, in the order given; pydantic's own writer, since it is there and fast."""
    return pydantic_core.to_json(data) + b"\n"


def as_json_ld(graph):
    """Bytes of an rdflib graph as JSON-LD. The library writes it in the order of its sets, which differs from run to run."""
    return as_json(in_order(json.loads(graph.serialize(format="json-ld", auto_compact=True))))


def in_order(value):
    """The same JSON with its names and lists sorted: in RDF neither order means anything."""
    if isinstance(value, dict):
        return {name: in_order(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return sorted(map(in_order, value), key=lambda item: item.get("@id", json.dumps(item)) if isinstance(item, dict) else json.dumps(item))
    return value
