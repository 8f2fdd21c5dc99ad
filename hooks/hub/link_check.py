"""Do the web addresses that entries and pages name still answer? A job of its own, never part of a build.

Addresses of one host are asked one after the other, with a pause, so that nobody's server is troubled.
"""

import re
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import requests

AGENT = "nordic-baltic-hub-link-check/1 (reads public pages once a month)"
TIMEOUT, PAUSE, TRIES, HOSTS_AT_ONCE = 20, 1.0, 2, 8
WELL, MOVED, GONE, SILENT, REFUSED = "well", "moved", "gone", "silent", "refused"
MARKDOWN_LINK = re.compile(r"https?://[^\s<>\")\]]+")
HEADINGS = {
    GONE: ("The page is gone", "Find where it went (the publisher's search, or a web archive for what it said) and correct the address; or take it out."),
    SILENT: ("No answer", "Try it by hand in a day or two: the server may only have been down."),
    MOVED: ("Moved for good", "Open the new address; if it is the same page, put it in the entry."),
    REFUSED: ("Answers people only", "The server turns programs away. Open it in a browser; if it is there, nothing is to be done."),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """state: well, moved, gone, silent or refused. detail: new address, status or error."""

    url: str
    state: str
    detail: str = ""


def addresses(records, root):
    """{address: sorted paths of the files that name it}, without fragments."""
    found = defaultdict(set)
    for record in records:
        for url in urls_in(record.entry):
            found[urldefrag(url)[0]].add(record.path)
    for path in sorted((Path(root) / "docs").rglob("*.md")):
        for url in MARKDOWN_LINK.findall(path.read_text("utf-8")):
            found[urldefrag(url.rstrip(".,;"))[0]].add(path.relative_to(root).as_posix())
    return {url: sorted(paths) for url, paths in sorted(found.items())}


def urls_in(group):
    """Every web address that is a field's whole value, at any depth."""
    for name in type(group).model_fields:
        value = getattr(group, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str) and item.startswith(("http://", "https://")) and " " not in item:
                yield item
            elif hasattr(type(item), "model_fields"):
                yield from urls_in(item)


def check_links(urls, progress=lambda answer: None, pause=PAUSE):
    """[Answer] of all addresses, in their order."""
    by_host = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc].append(url)

    def ask_host(own):
        with requests.Session() as session:
            session.headers["User-Agent"] = AGENT
            answers = []
            for number, url in enumerate(own):
                if number:
                    time.sleep(pause)
                answers.append(ask(session, url, pause))
                progress(answers[-1])
            return answers

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        answers = {answer.url: answer for part in pool.map(ask_host, by_host.values()) for answer in part}
    return [answers[url] for url in urls]


def ask(session, url, pause=PAUSE):
    """The Answer of one address: HEAD first, and GET where that is not served."""
    problem = ""
    for attempt in range(TRIES):
        if attempt:
            time.sleep(pause * 2)
        try:
            response = session.head(url, timeout=TIMEOUT, allow_redirects=True)
            if response.status_code >= 400:
                response = session.get(url, timeout=TIMEOUT, allow_redirects=True, stream=True)
                response.close()
        except requests.RequestException as error:
            problem = type(error).__name__
            continue
        if response.status_code < 500:
            return judged(url, response)
        problem = str(response.status_code)
    return Answer(url, SILENT, problem)


def judged(url, response):
    status = response.status_code
    if status in (404, 410):
        return Answer(url, GONE, str(status))
    if status >= 400:
        return Answer(url, REFUSED, str(status))
    if response.history and all(step.status_code in (301, 308) for step in response.history) and plain(response.url) != plain(url):
        return Answer(url, MOVED, response.url)
    return Answer(url, WELL)


def plain(url):
    """An address without what makes no difference."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


def as_text(answers, named):
    lines = [f"{answer.state:8} {answer.url}  {answer.detail}  ({', '.join(named[answer.url])})" for answer in answers if answer.state != WELL]
    return "\n".join([*lines, f"{len(answers)} addresses, {sum(answer.state == WELL for answer in answers)} well"])


def as_markdown(answers, named):
    """The checklist of an issue."""
    lines = [f"{len(answers)} addresses were asked, {sum(answer.state == WELL for answer in answers)} answer as they should.", ""]
    for state, (heading, advice) in HEADINGS.items():
        own = [answer for answer in answers if answer.state == state]
        if own:
            lines += [f"## {heading}", "", advice, ""]
            for answer in own:
                detail = f"now <{answer.detail}>" if state == MOVED else answer.detail
                lines.append(f"- [ ] <{answer.url}> ({detail}), in " + ", ".join(f"`{path}`" for path in named[answer.url]))
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"
