"""The web form for editors (Sveltia CMS): its page, and its configuration made from the kinds.

All fields, hints and pick lists come from the models; translated texts stand beside the English ones. The form saves whole files
in its own layout, so comments do not survive it; what it does not know it keeps. Nothing is loaded from elsewhere: the program and
its fonts are npm packages, and a content security policy of its own names the only other host, the one that holds the repository.
"""

import json
import re
import shutil
from pathlib import Path

from babel import Locale

from hub.fields import NO_COUNTRIES, PartialDate
from hub.kinds import KINDS
from hub.labels import labels
from hub.new_entry import vocabulary_of
from hub.project import SOURCE_LANGUAGE
from hub.shape import model_in
from hub.translation import translatable_fields
from hub.vocabulary import vocabulary

PACKAGES = Path("admin/node_modules")  # where npm puts them, from the project's root
CMS = "@sveltia/cms/dist/sveltia-cms.js"
FONTS = {  # what the program asks a foreign host for -> the same font from npm
    "material-symbols-outlined": "@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2",
    "source-sans-3": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    "noto-mono": "@fontsource/noto-mono/files/noto-mono-latin-400-normal.woff2",
}
FOREIGN_FONT = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)(?::vf)?@[\d.]+/[a-z0-9-]+\.woff2")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' blob: data: https://avatars.githubusercontent.com; "
    "connect-src 'self' blob: data: https://api.github.com; worker-src 'self' blob:; base-uri 'none'; form-action 'none'"
)
PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<link rel="icon" href="data:,">
<title>The hub's editors</title>
<link href="config.json" type="application/json" rel="cms-config-url">
</head>
<body><script src="sveltia-cms.js"></script></body>
</html>
"""


class NotInstalled(Exception):
    """The npm packages of admin/ are not there."""


def require(packages):
    """Raise NotInstalled unless the form's program is there."""
    if not (Path(packages) / CMS).is_file():
        raise NotInstalled(packages)


def write_admin(project, packages, out):
    """Write the whole form below `out`. packages: the node_modules folder."""
    packages, out = Path(packages), Path(out)
    require(packages)
    (out / "fonts").mkdir(parents=True, exist_ok=True)
    program = (packages / CMS).read_text("utf-8")
    wanted = set(FOREIGN_FONT.findall(program))
    for name in sorted(wanted):
        shutil.copyfile(packages / FONTS[name], out / "fonts" / f"{name}.woff2")
    (out / "sveltia-cms.js").write_text(FOREIGN_FONT.sub(r"fonts/\1.woff2", program), "utf-8")
    (out / "config.json").write_text(json.dumps(config(project), ensure_ascii=False, indent=1) + "\n", "utf-8")
    (out / "index.html").write_text(PAGE, "utf-8")


def config(project):
    """The configuration, as data."""
    repository = "/".join(project.repository.rstrip("/").split("/")[-2:]) if project.repository.count("/") >= 4 else "owner/name"
    return {
        "backend": {"name": "github", "repo": repository, "branch": "main", "open_authoring": True},
        "publish_mode": "editorial_workflow",
        "site_url": project.site_url,
        "media_folder": "docs/en/assets",
        "public_folder": "/assets",
        "i18n": {
            "structure": "multiple_files", "locales": list(project.languages), "default_locale": SOURCE_LANGUAGE,
            "omit_default_locale_from_file_path": True, "initial_locales": "default", "save_all_locales": False,
        },
        "output": {"omit_empty_optional_fields": True},
        "collections": [collection(kind) for kind in KINDS.values()],
    }  # fmt: skip


def collection(kind):
    return {
        "name": kind.name, "label": labels("en").plural("kinds", kind.name), "folder": kind.folder, "extension": "yml", "format": "yaml",
        "identifier_field": "title", "slug": "{{fields._slug}}", "i18n": True, "description": f"Every field is explained in {kind.folder}/_example.yml.",
        "fields": fields_of(kind.model),
    }  # fmt: skip


def fields_of(model):
    translated = translatable_fields(model)
    return [field_of(name, info, translated.get(name)) for name, info in model.model_fields.items()]


def field_of(name, info, translated):
    """One field of the form. translated: how its texts lie (translation.py), or nothing."""
    many = getattr(info.annotation, "__origin__", None) is tuple
    base = {"name": name, "label": name.replace("_", " ").capitalize(), "required": info.is_required()}
    if info.description:
        base["hint"] = info.description
    if translated:
        base["i18n"] = True
    terms, group = vocabulary_of(info), model_in(info.annotation)
    if terms:
        return base | {"widget": "select", "options": options(terms)} | ({"multiple": True} if many else {})
    if name == "cite" or many and not group:
        return base | {"widget": "list"}
    if group and group is not PartialDate:
        return base | ({"widget": "list", "collapsed": True} if many else {"widget": "object", "collapsed": True}) | {"fields": fields_of(group)}
    plain = {part for part in (info.annotation, *getattr(info.annotation, "__args__", ()))}
    if bool in plain:  # yes and no, as entries have them; a switch would write true and false
        return base | {"widget": "select", "options": [{"label": "yes", "value": "yes"}, {"label": "no", "value": "no"}]}
    if int in plain or float in plain:
        return base | {"widget": "number", "value_type": "int" if int in plain else "float"}
    return base | {"widget": "text" if translated and long_text(info) else "string"}


def long_text(info):
    return any(getattr(mark, "max_length", 0) and mark.max_length > 200 for mark in (*info.metadata, *(m for p in getattr(info.annotation, "__args__", ()) for m in getattr(p, "__metadata__", ()))))


def options(terms):
    """The terms of a vocabulary with their labels; any country may be chosen."""
    words = labels("en")
    if terms != "countries":
        return [{"label": words.term(terms, key), "value": key} for key in vocabulary(terms).terms]
    known = list(vocabulary(terms).terms)
    others = sorted(code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", code) and code not in (*NO_COUNTRIES, *known))
    return [{"label": words.country(code), "value": code} for code in (*known, *others)]
