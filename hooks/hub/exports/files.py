"""One file of an export."""

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
