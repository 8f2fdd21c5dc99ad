"""QR codes as SVG text, drawn by segno."""

from functools import cache

import segno


@cache
def qr(address):
    return segno.make(address, error="m").svg_inline(border=2, omitsize=True)
