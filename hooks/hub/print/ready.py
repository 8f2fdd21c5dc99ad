"""The packs that the site offers, made in advance and only when something in them has changed.

Each language keeps its PDFs and a list of their keys in a folder of its own. A key is quick to tell and says everything that can
shape a pack: the digests of all records it can show, the day, code, templates and fonts. Where it has changed, the pack's data are
made, which takes milliseconds, and the pack is set again only when they differ too. A PDF that is not the one that was kept (`whole` is its
digest) counts as missing. A pack that cannot be made stops the build.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from hub.document import digest
from hub.drawing import code_digest
from hub.print.edition import Edition
from hub.print.products import cards, country_pack, directory, handbook, poster, recommendations, seminar_pack, theme_pack
from hub.print.setter import Setter
from hub.problem import Problem, Unusable

READY = (country_pack, theme_pack, directory, cards, poster, recommendations, handbook, seminar_pack)
HERE = Path(__file__).parent
INDEX, FIELDS = "index.json", {"key", "made", "pages", "size", "whole"}


@dataclass(frozen=True, slots=True)
class Plan:
    """A pack to be made: `product` of `subject`, under a name."""

    product: object
    subject: str
    name: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack that is there. path: its address below the language's home. made: digest of what was set. source: where the PDF lies. size: in bytes."""

    name: str
    product: str
    subject: str
    path: str
    made: str
    pages: int
    size: int
    source: Path


def plans(library, language):
    for product in READY:
        for subject in product.subjects(library):
            if product is seminar_pack and not in_one_volume(library, subject, language):
                continue
            name = "-".join(filter(None, [product.NAME, subject.lower()]))
            yield Plan(product, subject, name)


def in_one_volume(library, pack_id, language):
    """Whether the pack has a volume in this language alone; one with languages side by side is made by `hub pdf`."""
    pack, _ = seminar_pack.pack_of(library, pack_id)
    return language in pack.languages and not pack.side_by_side


def ready_packs(library, language, folder):
    """{name: Ready} of all packs in a language; what is missing or out of date in `folder` is made."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    known, packs, index = read_index(folder), {}, {}
    with Setter() as setter:
        for plan in plans(library, language):
            key, file = key_of(library, language, plan), folder / f"{plan.name}.pdf"
            old = known.get(plan.name)
            if not (old and file.is_file() and digest(file.read_bytes()) == old["whole"]):
                old = {"key": "", "made": ""}
            one = index[plan.name] = old if old["key"] == key else {"key": key} | renewed(library, language, plan, file, setter, old)
            path = f"print/{plan.name}-{language}.pdf"
            packs[plan.name] = Ready(plan.name, plan.product.NAME, plan.subject, path, one["made"], one["pages"], one["size"], file)
    if index != known:
        for name in known.keys() - packs.keys():
            (folder / f"{name}.pdf").unlink(missing_ok=True)
        (folder / INDEX).write_text(json.dumps(index), "utf-8")
    return packs


def read_index(folder):
    try:
        found = json.loads((folder / INDEX).read_text("utf-8"))
        whole = isinstance(found, dict) and all(isinstance(one, dict) and one.keys() == FIELDS for one in found.values())
        return found if whole else {}
    except (OSError, ValueError):
        return {}


def renewed(library, language, plan, file, setter, old):
    """What the index says of a pack, which is set and kept unless the same data were set before."""
    document = plan.product.make(Edition(library, (language,)), plan.subject)
    data = json.dumps([document.name, document.template, document.data])
    made = hashlib.blake2b(f"{setting_key()}|{data}".encode(), digest_size=12).hexdigest()
    if made == old["made"]:
        return {"made": made, "pages": old["pages"], "size": old["size"], "whole": old["whole"]}
    pages, size, error = setter.set(document, file)
    if error:
        raise Unusable([Problem("hooks/hub/print", 1, 1, "print", f"the pack {plan.name} in {language}: {error}")])
    return {"made": made, "pages": pages, "size": size, "whole": digest(file.read_bytes())}


def key_of(library, language, plan):
    made = hashlib.blake2b(f"{code_digest()}|{setting_key()}|{library.as_of}|{library.project.site_url}|{language}|{plan.name}".encode(), digest_size=12)
    if plan.product is seminar_pack:
        made.update(seminar_pack.pack_of(library, plan.subject)[1].encode())
    for record_id in dict.fromkeys(plan.product.needs(library, plan.subject)):
        made.update(record_id.encode() + library.digest(record_id, language).encode())
    return made.hexdigest()


@cache
def setting_key():
    """Digest of what data are set with: templates, fonts and the typesetter."""
    made = hashlib.blake2b(f"{version('typst')}|{version('pikepdf')}".encode(), digest_size=12)
    for path in sorted([*HERE.glob("typst/*.typ"), *HERE.glob("fonts/*.ttf"), HERE / "typesetting.py", HERE / "row_headers.py"]):
        made.update(path.name.encode() + path.read_bytes())
    return made.hexdigest()
