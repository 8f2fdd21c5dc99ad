"""What can be seen on printed pages: words that stick out or lie on each other, headings at the foot of a page. Read by poppler."""

import html
import re
import subprocess

from hub.print.edition import text_of

FEET = {"a3": 48, "a4": 64, "a5": 54, "a6": 34}  # points at the foot of a page that are no text
PAGE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
EDGE = 12  # points that no printer reaches


def pages_of(content):
    """[(width, height, [(left, top, right, bottom, word)])] of a PDF, words in reading order."""
    found = subprocess.run(["pdftotext", "-bbox-layout", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    pages = []
    for page in found.split("<page ")[1:]:
        words = [(*map(float, word[:4]), html.unescape(word[4])) for word in WORD.findall(page)]
        pages.append((*map(float, PAGE.search(page).groups()), words))
    return pages


def faults(document, content):
    """Sentences on everything that looks wrong on the pages of a Document."""
    headings = {bare(text_of(leaf)) for leaf in heading_texts(document.data["blocks"])}
    pages = pages_of(content)
    for number, (width, height, words) in enumerate(pages, 1):
        for left, top, right, bottom, word in words:
            if left < EDGE or right > width - EDGE or top < 0 or bottom > height:
                yield f'page {number}: "{word}" sticks out'
        for one, other in overlaps(words):
            yield f'page {number}: "{one}" and "{other}" lie on each other'
        last = next((end for end in ends(words, height - FEET[document.data["paper"]]) if end in headings), None)
        if last and number < len(pages):
            yield f'page {number}: the heading "{last}" is its last line'
        if len(words) < 12:
            yield f"page {number} is nearly empty"


def ends(words, foot):
    """The last line of a page's text, the last two, the last three: a heading may have several. They begin at the page's edge."""
    text = sorted(word for word in words if word[3] < foot)
    lines = {}
    for word in text:
        near = next((bottom for bottom in lines if abs(bottom - word[3]) < 4), word[3])
        lines.setdefault(near, []).append(word)
    last = [lines[bottom] for bottom in sorted(lines)][-3:]
    whole = [last[-number:] for number in range(1, len(last) + 1)]
    return [bare("".join(word[4] for line in some for word in line)) for some in whole if some[0][0][0] < text[0][0] + 1]


def heading_texts(blocks):
    for block in blocks:
        if block["is"] == "heading":
            yield from block["text"][:1]
        elif block["is"] == "sources":
            yield from block["title"][:1]
        elif block["is"] in ("aspects", "functions"):
            yield from (item["label"][0] for item in block.get("aspects", ()) or block["items"])
        yield from heading_texts(block.get("blocks", ()))


def overlaps(words):
    """Pairs of words of which one covers a part of the other."""
    words = sorted(words, key=lambda word: word[1])
    for index, one in enumerate(words):
        for other in words[index + 1 :]:
            if other[1] >= one[3]:
                break
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            if across > 1.5 and down > 0.55 * min(one[3] - one[1], other[3] - other[1]):
                yield one[4], other[4]


def bare(text):
    return re.sub(r"\s+", "", text)
