"""Dates and age, at the date that decides."""

from hub.freshness import first_day
from hub.problem import WARNING
from hub.rules.material import Finding

HISTORY_UNTIL = 2014  # facts of the reports of 2006 to 2014 are history; design contract, section 5
AGEING = ("practice", "nrm", "shelter", "organisation", "network", "model", "comparison")


def dates_make_sense(material):
    """Nothing is dated after the build date, and a review falls due after it was made."""
    for record in material.records.values():
        entry = record.entry
        if entry.reviewed > material.as_of:
            yield Finding(record, ("reviewed",), "date-in-future", f"the review is dated {entry.reviewed}, after {material.as_of}",
                          "write the day on which it was made")  # fmt: skip
        for number, correction in enumerate(entry.corrections):
            if correction.on > material.as_of:
                yield Finding(record, ("corrections", number, "on"), "date-in-future", f"the correction is dated {correction.on}, after {material.as_of}",
                              "write the day on which it was made")  # fmt: skip
        if record.kind.name != "event" and first_day(entry.as_of) > material.as_of:
            yield Finding(record, ("as_of",), "date-in-future", f"the facts are dated {entry.as_of}, after {material.as_of}",
                          "write the date that the source describes")  # fmt: skip
        if entry.review_due <= entry.reviewed:
            yield Finding(record, ("review_due",), "wrong-date", "the next review is due before the last one was made", "write a day after the review")
        elif entry.review_due < material.as_of:
            yield Finding(record, ("review_due",), "review-due", f"this entry was to be looked at again by {entry.review_due}",
                          "hold it against its sources, then move both dates", WARNING)  # fmt: skip


def old_facts_are_history(material):
    """What only reports up to 2014 describe is never shown as in place."""
    for record in material.records.values():
        entry = record.entry
        if record.kind.name in AGEING and entry.status == "current" and entry.as_of.year <= HISTORY_UNTIL:
            yield Finding(record, ("status",), "old-fact-as-current", f'facts of {entry.as_of} cannot have the status "current"',
                          "write historical, or ended where the sources say so")  # fmt: skip
