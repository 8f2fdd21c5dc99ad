"""Everything in one file: the site to read without a network, the data, and checksums; made from the files that are there."""

import hashlib
import io
import re
import zipfile

from isal import isal_zlib

from hub.document import digest
from hub.exports.files import File
from hub.exports.material import API

FOLDER = "downloads/"
SITE, DATA, SUMS = f"{FOLDER}hub-site.zip", f"{FOLDER}hub-data.zip", f"{FOLDER}SHA256SUMS"
ROOT = {SITE: "hub", DATA: "hub-data"}
TO_A_FOLDER = re.compile(rb' href="[^":#?]*/(?=["#])')  # an address of another site has a colon
ANYTIME = (1980, 1, 1, 0, 0, 0)  # a zip's dates would differ from build to build
FAST = 1


def site_zip(material):
    """The site, from the pages that are drawn already."""
    paths = [path for path in sorted(material.pages) if not path.startswith("assets/search/")]
    yield File(SITE, key_of(material, material.pages, paths), lambda: zipped(material, paths, opened_from_a_folder, ROOT[SITE]))


def data_zip(material, record):
    """The data. record: {path: [key, size, time]} of every file that was made."""
    paths = [path for path in sorted(record) if path.startswith(API) and not one_of_many(path)]
    yield File(DATA, key_of(material, record, paths), lambda: zipped(material, paths, as_it_is, ROOT[DATA]))


def checksums(material, record):
    """As `sha256sum -c` reads them."""
    yield File(SUMS, digest(f"{record[SITE][0]} {record[DATA][0]}".encode()), lambda: sums(material.out, (SITE, DATA)))


def key_of(material, record, paths):
    return digest("|".join(f"{path} {record[path][0]}" for path in paths).encode() + material.base_key.encode())


def one_of_many(path):
    """A file whose content stands in another one too."""
    return path.startswith(f"{API}entries/") or path.startswith(f"{API}citations/") and not path.startswith(f"{API}citations/all-")


def opened_from_a_folder(material, path, content):
    """A page whose links name files, since no server is there to find the index of a folder; data are not in the zip, and stay on the site."""
    if not path.endswith(".html"):
        return content
    root = "../" * path.count("/")
    for folder in (API, FOLDER):
        content = content.replace(f' href="{root}{folder}'.encode(), f' href="{material.site}{folder}'.encode())
    return TO_A_FOLDER.sub(rb"\g<0>index.html", content)


def as_it_is(material, path, content):
    return content


def zipped(material, paths, change, root):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in paths:
            info = zipfile.ZipInfo(f"{root}/{path}", ANYTIME)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with archive.open(info, "w") as member:
                # zipfile has no place for another compressor. Should this one cease to be one, zlib's is used and takes longer.
                member._compressor = isal_zlib.compressobj(FAST, isal_zlib.DEFLATED, -15)
                member.write(change(material, path, read(f"{material.out}/{path}")))
    return content.getvalue()


def read(path):
    with open(path, "rb", buffering=0) as file:
        return file.readall()


def sums(out, names):
    lines = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name.removeprefix(FOLDER)}\n" for name in names]
    return "".join(lines).encode()
