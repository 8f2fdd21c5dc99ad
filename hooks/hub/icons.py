"""Icons by name, from the Material Design set that comes with the theme's package; inline, so no request is made for one."""

from functools import cache
from importlib.resources import files

from markupsafe import Markup

SET = files("material") / "templates" / ".icons" / "material"


@cache
def icon(name):
    """Inline SVG, hidden from screen readers: the words beside it say what it means."""
    svg = (SET / f"{name}.svg").read_text("utf-8").strip()
    return Markup(svg.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1))
