"""`make bench`, print: the handbook set by typst and by WeasyPrint, from the same blocks, in one run and in turn.

Start-up (loading fonts, importing) is measured apart: the budget is for a typesetter that runs. Each run is a fresh process,
so that nothing is remembered from the run before.
"""

import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

RUNS = 3
BUDGET = "200 pages in at most 2 s"
STYLE = """@page { size: A4; margin: 24mm; @bottom-right { content: counter(page) " / " counter(pages) } @top-right { content: string(chapter) } }
@font-face { font-family: Hub; src: url("%(fonts)s/AtkinsonHyperlegibleNext-Regular.ttf") }
@font-face { font-family: Hub; font-weight: bold; src: url("%(fonts)s/AtkinsonHyperlegibleNext-Bold.ttf") }
body { font: 10pt/1.4 Hub; hyphens: auto; text-align: justify } h1 { string-set: chapter content() } table { border-collapse: collapse; width: 100%% }
td, th { border-bottom: .5pt solid #999; text-align: left; vertical-align: top } .small { font-size: 8pt; text-align: left; hyphens: none }
nav a::after { content: leader(".") target-counter(attr(href), page) }"""


def handbook():
    from hub.check import check_project
    from hub.library import Library
    from hub.print.edition import Edition
    from hub.print.products import handbook
    from hub.project import read_project

    project = read_project(ROOT, date(2026, 11, 22))
    return handbook.make(Edition(Library(project, check_project(project).loaded), ("en",)), "")


def words(leaf):
    from hub.print.edition import text_of

    return escape(text_of(leaf[0]))


def html(blocks, contents):
    """Every text of the blocks as plain HTML; marks of notes are links, as in the typst version."""
    for block in blocks:
        name = block["is"]
        if name == "heading":
            level = block["level"]
            anchor = f"h{len(contents)}"
            contents.append((level, anchor, words(block["text"])) if block["listed"] and level < 3 else (9, "", ""))
            yield f'<h{level} id="{anchor}">{words(block["text"])}</h{level}>'
        elif name in ("paragraph", "notice"):
            yield f"<p>{words(block['text'])}</p>"
        elif name == "facts":
            yield "<ul>" + "".join(f"<li>{fact(item, block['part'])}</li>" for item in block["items"]) + "</ul>"
        elif name == "aspects":
            for aspect in block["aspects"]:
                yield f"<p><b>{words(aspect['label'])}</b></p>"
                yield from html([aspect["facts"]], contents)
        elif name == "rows":
            yield "<dl>" + "".join(f"<dt>{words(row['label'])}</dt><dd>{', '.join(words(v['text']) for v in row['values'])}</dd>" for row in block["rows"]) + "</dl>"
        elif name == "functions":
            yield "<dl>" + "".join(f"<dt>{words(row['label'])}</dt><dd>{'<br>'.join(words(v) for v in row['values'])}</dd>" for row in block["items"]) + "</dl>"
        elif name == "table":
            head = "".join(f"<th>{words(c)}</th>" for c in block["columns"])
            yield f"<table><thead><tr>{head}</tr></thead>" + "".join("<tr>" + "".join(f"<td>{words(c['text'])}</td>" for c in line) + "</tr>" for line in block["rows"]) + "</table>"
        elif name == "lines":
            yield "".join(f"<p><b>{words(i['title'])}</b><br><small>{words(i['meta'])}</small><br>{words(i['text']) if i['text'] else ''}</p>" for i in block["items"])
        elif name == "channels":
            yield "".join(f"<p>{words(i['label'])}<br><b>{escape(i['value'])}</b><br>{words(i['told'])}</p>" for i in block["items"])
        elif name == "sources":
            yield f'<div class="small" id="notes-{block["part"]}">' + "".join(
                f"<p>{words(i['title'])} ({i['year']}) {escape(i['whole'])}<br>{' · '.join(f'<b>{n}</b> {escape(at)}' for n, at in i['places'])}</p>" for i in block["items"]
            ) + "</div>"
        elif name == "bibliography":
            yield "".join(f"<p>{words(i['title'])} ({i['year']}). {escape(i['about'])} {escape(i['url'])}</p>" for i in block["items"])
        elif name == "box":
            yield from html(block["blocks"], contents)


def fact(item, part):
    marks = ",".join(map(str, item["marks"]))
    return f'{words(item["text"])}<sup><a href="#notes-{part}">{marks}</a></sup>'


def one_run(engine, order):
    """In a process of its own: set the handbook once and tell seconds and pages."""
    data = json.loads(Path(order).read_text("utf-8"))
    if engine == "typst":
        from hub.print.document import Document
        from hub.print.typesetting import compiler, typeset

        compiler("pack")
        started = time.perf_counter()
        pages = typeset(Document("Handbook", "pack", data["data"])).pages
    else:
        import weasyprint

        started = time.perf_counter()
        made = weasyprint.HTML(string=data["html"]).render(pdf_tags=True)
        made.write_pdf(pdf_variant="pdf/ua-1")
        pages = len(made.pages)
    print(json.dumps([time.perf_counter() - started, pages]))


def main():
    from hub.print.typesetting import FONTS

    document, contents = handbook(), []
    body = "".join(html(document.data["blocks"], contents))
    listed = "".join(f'<li><a href="#{anchor}">{title}</a></li>' for level, anchor, title in contents if level < 9)
    style = STYLE % {"fonts": FONTS.as_uri()}
    page = f'<!doctype html><html lang="en"><head><title>Handbook</title><style>{style}</style></head><body><nav><ul>{listed}</ul></nav>{body}</body></html>'
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        order = Path(folder, "order.json")
        order.write_text(json.dumps({"data": document.data, "html": page}), "utf-8")
        found = {"typst": [], "weasyprint": []}
        for _ in range(RUNS):
            for engine, runs in found.items():
                told = subprocess.run([sys.executable, __file__, engine, str(order)], capture_output=True, text=True, check=True).stdout
                runs.append(json.loads(told.splitlines()[-1]))
    print(f"the handbook in English, {RUNS} runs in turn, medians")
    per_page = {}
    for engine, runs in found.items():
        seconds, pages = sorted(runs)[len(runs) // 2]
        per_page[engine] = seconds / pages
        print(f"  {engine:<12} {pages:4d} pages {seconds:7.2f} s   {200 * seconds / pages:6.2f} s for 200 pages" + (f"  [{BUDGET}]" if engine == "typst" else ""))
    print(f"  typst / WeasyPrint, time for a page: {per_page['typst'] / per_page['weasyprint']:.3f}")


if __name__ == "__main__":
    one_run(*sys.argv[1:]) if len(sys.argv) == 3 else main()
