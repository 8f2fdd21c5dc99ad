"""MkDocs events -> the library. The only file that imports MkDocs, and the only one to rewrite when the engine changes.

What the engine is asked for: read mkdocs.yml, render the Markdown pages of docs/ for each language (static-i18n), render
frame.html once for each language, copy the theme's assets. It writes no page itself: the library composes all pages of the
site, written ones included, after the last language.

static-i18n runs the whole build once for each language, the default one first; the others are built inside its
on_post_build (priority -100). So a handler at a higher priority runs once for each language, one below -100 runs last.
"""

import os
from datetime import date
from functools import cache
from pathlib import Path

from hub import navigation
from hub.frame import Frame, WrittenPage
from hub.icons import icon
from hub.labels import catalogue, labels, own_name
from hub.project import read_project
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

log = get_plugin_logger("hub")

# Assets of the stock theme that our frame does not use.
UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
FRAME_ONLY = "HUB_FRAME"  # file to save the frame to; the caller composes the site (hub build)


class Run:
    """One build of all languages."""

    serving = False
    project = library = frame = environment = None


def on_startup(command, dirty):
    Run.serving = command == "serve"


@event_priority(-200)
def on_config(config):
    """Before the first language: check and resolve the entries. Errors stop the build before the old site is touched."""
    i18n = config.plugins["i18n"]
    if not i18n.building and i18n.is_default_language_build:
        begin(config)
    config.theme.get_env = lambda: Run.environment
    return config


def begin(config):
    """What is done once for all languages."""
    Run.frame = Frame()
    share_environment(config)
    root = Path(config.config_file_path).parent
    as_of = date.fromisoformat(os.environ.get("HUB_AS_OF") or date.today().isoformat())
    Run.project = read_project(root, as_of)
    if not os.environ.get(FRAME_ONLY):
        Run.library = sound_library()


def sound_library():
    """The Library of the project; its errors end the build."""
    from hub.check import check_project  # only here and below: for the frame alone they would be imported in vain
    from hub.library import Library
    from hub.problem import ERROR
    from hub.report import as_text

    checked = check_project(Run.project)
    errors = [problem for problem in checked.problems if problem.severity == ERROR]
    if errors:
        raise PluginError("\n" + as_text(errors, checked.files))
    return Library(Run.project, checked.loaded)


def share_environment(config):
    """One template environment for all languages, blind to the theme's ten thousand icons: MkDocs lists all of the theme's files
    once for each language, which took half of its time."""
    environment = config.theme.get_env()
    everything = environment.list_templates

    @cache
    def shown():
        return everything(filter_func=lambda name: not name.startswith((".icons/", *UNUSED)))

    def list_templates(extensions=None, filter_func=None):
        return [name for name in shown() if filter_func is None or filter_func(name)]

    environment.list_templates = list_templates
    Run.environment = environment


def on_env(env, config, files):
    """Let frame.html speak the language that is being built."""
    code = config.plugins["i18n"].current_language
    words = catalogue(code)
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_translations(words, newstyle=True)
    env.globals["hub"] = {
        "language": code, "own_name": own_name(code), "icon": icon, "site_name": words.gettext(config.site_name),
        "date": labels(code).date(Run.project.as_of), "navigation": navigation.MAIN,
        "about": navigation.ABOUT,
    }  # fmt: skip
    return env


def on_page_content(html, page, config, files):
    """Keep the content of a written page; the library frames it."""
    code = config.plugins["i18n"].current_language
    text_language, _, inside = page.file.src_uri.partition("/")
    path = inside.removesuffix(".md").removesuffix("index")
    Run.frame.add(
        WrittenPage(code, text_language, f"{path.rstrip('/')}/" if path else "", page.title, html,
                    f"{Path(config.docs_dir).name}/{page.file.src_uri}", dict(page.meta))
    )  # fmt: skip
    return html


def on_post_page(output, page, config):
    return ""  # MkDocs writes no file for an empty page


def on_post_template(output, template_name, config):
    if template_name == "frame.html":
        Run.frame.shells[config.plugins["i18n"].current_language] = output
    return ""


@event_priority(-300)
def on_post_build(config):
    """After the last language: hand the frame over, or compose the site."""
    if config.plugins["i18n"].building:
        return
    if os.environ.get(FRAME_ONLY):
        Run.frame.save(os.environ[FRAME_ONLY])
        return
    from hub.site import Making, write_site

    jobs = 1 if Run.serving else min(os.cpu_count() or 1, len(Run.library.languages))  # no fork beside the server's threads
    cache = Run.project.root / ".cache"
    more = {} if Run.serving else {"search": cache / "search", "packs": cache / "print"}
    record, _ = write_site(Making(Run.library, Run.frame, Path(config.site_dir), jobs, development=Run.serving, **more))
    log.info(f"{len(record)} files from {len(Run.library.records)} entries in {len(Run.library.languages)} languages")


