"""The one place where a page meets its frame.

The engine renders frame.html once for each language. A Shell cuts that page at its slots (@@name@@) and is filled for each
page with plain joins, which is what makes thousands of pages cheap. When the engine changes, only this file, the event
file and frame.html do.
"""

import re

SLOT = re.compile(r"@@([a-z_]+)@@")
SLOTS = ("root", "home", "title", "description", "head", "body_class", "exit", "languages", "sections", "crumbs", "layout", "body", "page_facts")


class Shell:
    """One language's frame. Raises ValueError when a slot is missing or unknown, so that a theme's slip is seen at once."""

    def __init__(self, html):
        html = re.sub(r"\n\s*\n+", "\n", html)
        found = set(SLOT.findall(html))
        if found != set(SLOTS):
            raise ValueError(f"frame.html: missing slots {sorted(set(SLOTS) - found)}, unknown slots {sorted(found - set(SLOTS))}")
        self.html = html
        self.parts = SLOT.split(html)

    def fill(self, values):
        """HTML of one page. values: {slot: ready HTML} for every slot."""
        parts = self.parts
        return "".join([values[part] if index & 1 else part for index, part in enumerate(parts)])
