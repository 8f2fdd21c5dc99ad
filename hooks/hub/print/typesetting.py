"""Document -> PDF/UA-1 with typst, the fonts of fonts/ alone, and the same bytes for the same content."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import typst

from hub.print.row_headers import head_rows

TEMPLATES = Path(__file__).parent / "typst"
FONTS = Path(__file__).parent / "fonts"
FAMILIES = ("Atkinson Hyperlegible Next", "Noto Sans")
STANDARD = "ua-1"


class CannotPrint(Exception):
    """Says in an organiser's words why there is no PDF."""


@dataclass(frozen=True, slots=True)
class Printed:
    content: bytes
    pages: int


@cache
def compiler(template):
    """One compiler for each template and process: it keeps fonts and parsed templates between documents."""
    missing = [family for family in FAMILIES if family not in typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]).families()]
    if missing:
        raise CannotPrint(f"the font {', '.join(missing)} is missing; its files belong in {FONTS}")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts)


def typeset(document):
    """The Printed form of a Document. Raises CannotPrint with what the typesetter said."""
    year, month, day = document.data["day"]
    engine = compiler(document.template)
    inputs = {"document": json.dumps(document.data, ensure_ascii=False)}
    try:
        content = engine.compile(format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=datetime(year, month, day, tzinfo=UTC))
    except typst.TypstError as error:
        hints = " ".join(getattr(error, "hints", ()) or ())
        raise CannotPrint(f'"{document.name}" could not be set: {error.message if hasattr(error, "message") else error} {hints}'.strip()) from None
    return finished(content)


def finished(content):
    """The same PDF with row headers and its structure compressed, to a third of its size, and its number of pages."""
    with pikepdf.open(BytesIO(content)) as pdf:
        head_rows(pdf)
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return Printed(out.getvalue(), len(pdf.pages))
