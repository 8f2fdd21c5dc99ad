"""Where things are and which languages there are: read once, handed on. Time is an input, never asked for deeper inside."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Project:
    """root: the folder with mkdocs.yml. languages: codes in the order of the switcher, the source language first.

    exit_pages: {language: where "Leave this page" leads}. as_of: the date that decides how old things are.
    """

    root: Path
    site_name: str
    site_url: str
    repository: str
    contact: str
    exit_pages: dict
    languages: tuple
    as_of: date


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml for its plain values; tags that only the engine knows become None."""


def from_environment(loader, node):
    """!ENV [NAME, default]"""
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_constructor("!ENV", from_environment)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_project(root, as_of):
    """The Project below `root`. mkdocs.yml holds the only list of languages (under plugins, i18n)."""
    root = Path(root)
    config = yaml.load((root / "mkdocs.yml").read_text("utf-8"), _Loader)
    i18n = next(plugin["i18n"] for plugin in config["plugins"] if isinstance(plugin, dict) and "i18n" in plugin)
    languages = tuple(language["locale"] for language in i18n["languages"] if language.get("build", True))
    ordered = (SOURCE_LANGUAGE, *(language for language in languages if language != SOURCE_LANGUAGE))
    extra = config["extra"]
    return Project(
        root, config["site_name"], config["site_url"], extra["repository"], extra["contact"], extra["exit_pages"], ordered, as_of
    )
