"""What a picture says besides its picture: where and when it was taken, by whom, with what. No such thing goes into the hub.

Read by hand, since it is only a walk over the parts of three formats; a library that decodes pictures would be a hundred times larger.
"""

import os
import re
from pathlib import Path

from hub.problem import Problem

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")
OPAQUE = (".heic", ".heif", ".tif", ".tiff", ".avif", ".raw", ".psd")
PLACES = ("docs", "practices", "contacts", "comparisons", "seminars", "sources", "hooks")
HINT = "save it again without metadata (exiftool -all= FILE does it), then check what the picture itself shows"
JPEG_PARTS = {0xE1: "Exif or XMP", 0xED: "IPTC", 0xFE: "a comment"}
PNG_PARTS = {b"eXIf": "Exif", b"tEXt": "text", b"iTXt": "text", b"zTXt": "text", b"tIME": "the time of change"}
WEBP_PARTS = {b"EXIF": "Exif", b"XMP ": "XMP"}


def picture_problems(root, places=PLACES):
    """A Problem for each picture below `root` that carries metadata, or whose kind hides it."""
    problems = []
    for place in places:
        for folder, _, names in os.walk(Path(root) / place):
            for name in sorted(names):
                ending = os.path.splitext(name)[1].lower()
                if ending in PICTURES or ending in OPAQUE:
                    file = Path(folder) / name
                    found = "data that cannot be looked through" if ending in OPAQUE else metadata(file.read_bytes())
                    if found:
                        problems.append(Problem(file.relative_to(root).as_posix(), 1, 1, "picture-metadata", f"this picture carries {found}", HINT))
    return problems


def metadata(raw):
    """What sort of metadata a picture carries, or nothing."""
    if raw[:2] == b"\xff\xd8":
        return in_jpeg(raw)
    if raw[:8] == b"\x89PNG\r\n\x1a\n":
        return in_png(raw)
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return in_webp(raw)
    if raw[:4] == b"GIF8":
        return "a comment" if b"\x21\xfe" in raw else ""
    return "a description" if re.search(rb"<(?:\w+:)?metadata[\s>]|<rdf:RDF", raw) else ""


def in_jpeg(raw):
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        sign, size = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if sign in JPEG_PARTS:
            return JPEG_PARTS[sign]
        if sign == 0xDA:  # the picture itself starts
            return ""
        at += 2 + size
    return ""


def in_png(raw):
    at = 8
    while at + 8 <= len(raw):
        size, sign = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        if sign in PNG_PARTS:
            return PNG_PARTS[sign]
        at += 12 + size
    return ""


def in_webp(raw):
    at = 12
    while at + 8 <= len(raw):
        sign, size = raw[at : at + 4], int.from_bytes(raw[at + 4 : at + 8], "little")
        if sign in WEBP_PARTS:
            return WEBP_PARTS[sign]
        at += 8 + size + size % 2
    return ""
