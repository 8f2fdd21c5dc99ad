"""What the engine gives the library: one frame for each language, and the pages that people write in docs/."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(slots=True)
class WrittenPage:
    """A Markdown page of docs/, rendered by the engine.

    language       where it is to appear
    text_language  the language it is written in: another one when the translation is missing
    path           address below the language's home, such as "about/"; "" is the introduction on the home page
    source         file, relative to the project's root
    meta           its front matter
    """

    language: str
    text_language: str
    path: str
    title: str
    html: str
    source: str
    meta: dict


@dataclass(slots=True)
class Frame:
    """shells: {language: HTML with slots}. written: {(language, path): WrittenPage}."""

    shells: dict = field(default_factory=dict)
    written: dict = field(default_factory=dict)

    def add(self, page):
        self.written[page.language, page.path] = page

    def save(self, path):
        data = {"shells": self.shells, "written": [asdict(page) for page in self.written.values()]}
        Path(path).write_text(json.dumps(data, ensure_ascii=False), "utf-8")

    @classmethod
    def read(cls, path):
        data = json.loads(Path(path).read_text("utf-8"))
        frame = cls(data["shells"])
        for page in data["written"]:
            frame.add(WrittenPage(**page))
        return frame
