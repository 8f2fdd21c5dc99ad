"""The pieces that documents are made of, as data; typst/blocks.typ has a function of the same name for each."""


def heading(level, text, anchor="", kicker=None, listed=True):
    """listed: whether it stands in the table of contents and among the bookmarks."""
    return {"is": "heading", "level": level, "text": text, "anchor": anchor, "kicker": kicker, "listed": listed}


def paragraph(text, style="plain", marks=(), part=0):
    """style: plain, lead, kicker, question, date, nothing or small."""
    return {"is": "paragraph", "text": text, "style": style, "marks": list(marks), "part": part}


def facts(items, part, ordered=False):
    """items: [{"text": leaf, "year": leaf or None, "marks": numbers}]"""
    return {"is": "facts", "items": items, "part": part, "ordered": ordered}


def rows(pairs):
    """pairs: [(label, [value])]; a value is a leaf, or {"text": leaf, "to": anchor, "url": address}."""
    return {"is": "rows", "rows": [{"label": label, "values": [value if isinstance(value, dict) else {"text": value} for value in values]} for label, values in pairs]}


def notice(text, title=None, tone="info"):
    return {"is": "notice", "text": text, "title": title, "tone": tone}


def box(tone, inside):
    """A coloured ground, "good" or "caution", for blocks that belong together."""
    return {"is": "box", "tone": tone, "blocks": inside}


def names(items):
    """Official names in their own languages."""
    return {"is": "names", "names": items}


def channels(name, items, anchor="", url=""):
    """A body with its contact channels. name: leaf or None where the body's heading stands above."""
    return {"is": "channels", "name": name, "items": items, "anchor": anchor, "url": url}


def table(columns, lines, part, widths=None):
    """columns: leaves. lines: [[cell]]; a cell is a leaf, or {"text": leaf, "marks": numbers, "odd": true}."""
    cells = [[cell if isinstance(cell, dict) else {"text": cell} for cell in line] for line in lines]
    return {"is": "table", "columns": columns, "rows": cells, "part": part, "widths": widths}


def lines(items):
    """Short records: [{"title": leaf, "meta": leaf, "text": leaf or None, "anchor": id, "to": id, "url": address}]"""
    return {"is": "lines", "items": items}


def sources(title, items, part):
    """items: [{"title": leaf, "year": text, "whole": text, "places": [[number, place]]}]"""
    return {"is": "sources", "title": title, "items": items, "part": part}


def live(url, qr, text):
    """Where the page is, with its QR code."""
    return {"is": "live", "url": url, "qr": qr, "text": text}


def writing_lines(columns, number):
    """An empty table to write in."""
    return {"is": "writing_lines", "columns": columns, "number": number}


def write_here(question, height):
    """A question with room for an answer."""
    return {"is": "write_here", "text": question, "height": height}


def scale(question, low, high):
    """A question that is answered on a scale of five."""
    return {"is": "scale", "text": question, "low": low, "high": high}


def new_page():
    return {"is": "new_page"}
