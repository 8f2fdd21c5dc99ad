"""Everything in one file: the site to read without a network, the data, and checksums. Made last, from the files that are there."""

import hashlib
import re
import zipfile
from pathlib import Path

from hub.document import digest
from hub.exports.files import File
from hub.exports.material import API

FOLDER = "downloads/"
SITE, DATA, SUMS = f"{FOLDER}hub-site.zip", f"{FOLDER}hub-data.zip", f"{FOLDER}SHA256SUMS"
ROOT = {SITE: "hub", DATA: "hub-data"}
TO_A_FOLDER = re.compile(rb'( href="(?!https?:|mailto:|tel:|sms:)[^"#?]*/)(?=["#])')
ANYTIME = (1980, 1, 1, 0, 0, 0)  # a zip's dates would differ from build to build
FAST = 1  # a tenth larger than the best, in a fifth of the time


def downloads(material, out, record):
    """The zips and their checksums. record: {path: [key, size, time]} of every file of the site."""
    pages = [path for path in sorted(record) if not path.startswith((API, "assets/search/", "feeds/")) and "/feeds/" not in path]
    data = [path for path in sorted(record) if path.startswith(API) and not one_of_many(path)]
    sums = []
    for name, paths, change in ((SITE, pages, opened_from_a_folder), (DATA, data, as_it_is)):
        key = digest("|".join(f"{path} {record[path][0]}" for path in paths).encode() + material.base_key.encode())
        sums.append((name, key))
        yield File(name, key, lambda name=name, paths=paths, change=change: zipped(Path(out), paths, change, ROOT[name]))
    yield File(SUMS, digest(str(sums).encode()), lambda: checksums(Path(out), [name for name, _ in sums]))


def one_of_many(path):
    """A file whose content stands in another one too."""
    return path.startswith(f"{API}entries/") or path.startswith(f"{API}citations/") and not path.startswith(f"{API}citations/all-")


def opened_from_a_folder(path, content):
    """A page whose links name files: no server is there to find the index of a folder."""
    return TO_A_FOLDER.sub(rb"\1index.html", content) if path.endswith(".html") else content


def as_it_is(path, content):
    return content


def zipped(out, paths, change, root):
    import io

    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=FAST) as archive:
        for path in paths:
            info = zipfile.ZipInfo(f"{root}/{path}", ANYTIME)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, change(path, (out / path).read_bytes()))
    return content.getvalue()


def checksums(out, names):
    """As `sha256sum -c` reads them."""
    lines = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name.removeprefix(FOLDER)}\n" for name in names]
    return "".join(lines).encode()
