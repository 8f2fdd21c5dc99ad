"""CODEOWNERS: who is asked about what, by folder and by language. The teams stand in one place, TEAMS."""

from hub.kinds import KINDS

TEAMS = {
    "everything": "editors", "practices": "practice-editors", "contacts": "contact-editors", "sources": "editors", "comparisons": "practice-editors",
    "seminars": "seminar-editors", "code": "maintainers", "safety": "safety-reviewers",
}  # fmt: skip


def owners(project):
    """The text of the file. A later line wins over an earlier one."""
    organisation = project.repository.removeprefix("https://").split("/")[1] if project.repository.count("/") >= 4 else "nordic-baltic-hub"

    def line(pattern, *teams):
        return f"{pattern:44} " + " ".join(f"@{organisation}/{team}" for team in teams)

    lines = ["# Made by hub forms; the teams stand in hooks/hub/github/owners.py.", line("*", TEAMS["everything"])]
    for folder in dict.fromkeys(kind.folder.partition("/")[0] for kind in KINDS.values()):
        lines.append(line(f"/{folder}/", TEAMS[folder]))
    lines.append(line(f"/{KINDS['shelter'].folder}/", TEAMS["contacts"], TEAMS["safety"]))
    for language in project.languages[1:]:
        lines += [line(f"*.{language}.yml", f"translators-{language}"), line(f"/docs/{language}/", f"translators-{language}")]
        lines += [line(f"/hooks/hub/{folder}/{language}.{ending}", f"translators-{language}") for folder, ending in (("labels", "po"), ("glossaries", "yml"))]
    lines += [line(pattern, TEAMS["code"]) for pattern in ("/hooks/**/*.py", "/tests/", "/.github/", "/requirements/", "/pyproject.toml", "/mkdocs.yml")]
    lines += [line(pattern, TEAMS["code"], TEAMS["safety"]) for pattern in ("/hooks/hub/rules/", "/docs/*/safety.md")]
    return "\n".join(lines) + "\n"
