"""No picture carries where, when or by whom it was taken."""

import struct
import zlib

import pytest
from conftest import DAY, ROOT
from hub.check import check_project
from hub.picture import metadata, picture_problems
from hub.project import read_project


def png(*parts):
    def chunk(sign, data):
        return struct.pack(">I", len(data)) + sign + data + struct.pack(">I", zlib.crc32(sign + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*part) for part in parts) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def jpeg(*parts):
    return b"\xff\xd8" + b"".join(bytes([0xFF, sign]) + struct.pack(">H", len(data) + 2) + data for sign, data in parts) + b"\xff\xda\0\x02\xff\xfe\xff\xd9"


def webp(*parts):
    body = b"WEBP" + b"".join(sign + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for sign, data in parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


CLEAN = [png(), jpeg((0xE0, b"JFIF\0"), (0xDB, b"\0" * 65)), webp((b"VP8 ", b"abc")), b"<svg><path d='M0 0'/></svg>", b"GIF89a"]
TELLING = [png((b"eXIf", b"MM")), png((b"tEXt", b"Author\0A")), jpeg((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0MM")), jpeg((0xED, b"Photoshop")), jpeg((0xFE, b"by me")),
           webp((b"VP8 ", b"abc"), (b"EXIF", b"MM")), webp((b"XMP ", b"<x/>")), b"<svg><metadata>by me</metadata></svg>"]  # fmt: skip


@pytest.mark.parametrize("raw", CLEAN)
def test_clean_pictures_pass(raw):
    assert metadata(raw) == ""


@pytest.mark.parametrize("raw", TELLING)
def test_telling_pictures_are_found(raw):
    assert metadata(raw)


def test_the_check_names_the_file(mini):
    (mini / "docs/en/house.jpg").write_bytes(TELLING[2])
    (mini / "docs/en/phone.HEIC").write_bytes(b"?")
    (mini / "docs/en/fine.png").write_bytes(png())
    problems = check_project(read_project(mini, DAY)).problems
    assert [(problem.path, problem.code) for problem in problems] == [("docs/en/house.jpg", "picture-metadata"), ("docs/en/phone.HEIC", "picture-metadata")]


def test_the_project_has_none():
    assert picture_problems(ROOT) == []
