"""Feeds of what was looked at last, for each language, country and theme: Atom and JSON Feed.

An item's date is the day on which the entry was last held against its sources or corrected; its id is the page's address, which stays.
"""

from datetime import datetime, time, timezone
from html import escape  # a summary in Atom is HTML

from hub.exports.files import File, as_json
from hub.feed_paths import feeds
from hub.kinds import KINDS
from hub.labels import labels
from hub.project import SOURCE_LANGUAGE

LONGEST = {"": 60, "countries": 30, "themes": 20}
JSON_FEED = "https://jsonfeed.org/version/1.1"


def feed_files(material):
    for path, vocabulary, term, records in feeds(material.library):
        newest = sorted((one for one in records if one.kind.name in KINDS and one.kind.name != "source"),
                        key=lambda one: (-changed_on(one).toordinal(), one.id))[: LONGEST[vocabulary]]  # fmt: skip
        gone = [] if vocabulary else sorted(material.library.withdrawn.values(), key=lambda item: (item.on, item.id), reverse=True)
        key = material.key(newest, f"{path}{gone}")
        for language in material.languages:
            start = f"{material.folder(language)}{path}"
            about = (material, language, start, vocabulary, term, newest, gone)
            yield File(f"{start}.xml", key, lambda about=about: as_atom(*about))
            yield File(f"{start}.json", key, lambda about=about: as_json_feed(*about))


def changed_on(record):
    return max([record.entry.reviewed, *(correction.on for correction in record.entry.corrections)])


def title_of(language, vocabulary, term):
    words = labels(language)
    name = words.say("Nordic-Baltic Hub")
    return f"{name}: {words.term(vocabulary, term)}" if vocabulary else f"{name}: {words.say('New and changed')}"


def items(material, language, newest, gone):
    """(address, title, summary, day, language of the text) of each item, newest first."""
    words = labels(language)
    for item in gone:
        title = words.say("Withdrawn: %(name)s") % {"name": item.id}
        yield f"{material.site}{material.folder(language)}{item.address}", title, item.reason, item.on, SOURCE_LANGUAGE
    for record in newest:
        texts = material.parts[language].texts.get(record.id, {})
        spoken = language if "title" in texts else SOURCE_LANGUAGE
        title, summary = texts.get("title", record.entry.title), texts.get("summary", record.entry.summary)
        yield material.page(record, language), title, summary, changed_on(record), spoken


def at_midnight(day):
    return datetime.combine(day, time(), timezone.utc)


def as_atom(material, language, path, vocabulary, term, newest, gone):
    from feedgenerator import Atom1Feed

    class Feed(Atom1Feed):
        def latest_post_date(self):
            """Never the time of the build, which the library takes for an empty feed."""
            return super().latest_post_date() if self.items else at_midnight(material.library.as_of)

    feed = Feed(
        title=title_of(language, vocabulary, term), link=f"{material.site}{material.folder(language)}", description="", language=language,
        feed_url=f"{material.site}{path}.xml", author_name=material.library.project.site_name, feed_copyright="CC BY-SA 4.0",
    )  # fmt: skip
    for address, title, summary, day, _ in items(material, language, newest, gone):
        feed.add_item(title, address, escape(summary), unique_id=address, updateddate=at_midnight(day))
    return feed.writeString("utf-8").encode()


def as_json_feed(material, language, path, vocabulary, term, newest, gone):
    return as_json(
        {
            "version": JSON_FEED, "title": title_of(language, vocabulary, term), "language": language,
            "home_page_url": f"{material.site}{material.folder(language)}", "feed_url": f"{material.site}{path}.json",
            "authors": [{"name": material.library.project.site_name}],
            "items": [
                {"id": address, "url": address, "title": title, "content_text": summary, "date_modified": at_midnight(day).isoformat(), "language": spoken}
                for address, title, summary, day, spoken in items(material, language, newest, gone)
            ],
        }
    )  # fmt: skip
