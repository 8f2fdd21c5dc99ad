"""Contacts are public lines and function mailboxes. Design contract, section 6, rule 2."""

import re

from hub.fields import Channel
from hub.rules.material import Finding

DIAL_CODES = {
    "DK": "+45", "EE": "+372", "FI": "+358", "DE": "+49", "IS": "+354", "LV": "+371",
    "LT": "+370", "NO": "+47", "PL": "+48", "RU": "+7", "SE": "+46",
}  # fmt: skip
# Mobile ranges of the national numbering plans; Denmark's open plan has none of its own.
MOBILE = re.compile(
    r"\+(354[678]\d|3584\d|35850|3725|3712|3706|4645|46[7]|47[49]|48(45|50|51|53|57|60|66|69|72|73|78|79|88)|491[567]|79)"
)
FREE_MAIL = re.compile(r"@(gmail|hotmail|outlook|yahoo|live|icloud|mail|inbox|gmx|web|wp|o2|yandex)\.\w+$", re.I)
FUNCTION = re.compile(r"info|post|kontakt|contact|help|auttam|office|sekret|mail|registr|kom|pod|support|line|team|center|centr|system")


def contacts_are_public_lines(material):
    """Only public lines and function mailboxes; a number carries its own country's code."""
    for record in material.records.values():
        for path, channel in channels(record):
            yield from check_number(record, path, channel)
            if channel.type == "email":
                yield from check_mailbox(record, path, channel)
            if channel.verified_on and channel.verified_on > material.as_of:
                yield Finding(record, (*path, "verified_on"), "date-in-future", "the check is dated after the build date", "write the day of the check")
            if channel.verified_on and not channel.verified_by_role:
                yield Finding(record, path, "missing-field", "a verified contact says in which role somebody checked it",
                              "add verified_by_role, never a name")  # fmt: skip
            if channel.page.taken_on > material.as_of:
                yield Finding(record, (*path, "page", "taken_on"), "date-in-future", "the page was read after the build date", "write the day on which it was read")


def channels(record):
    return [(("contacts", index), channel) for index, channel in enumerate(getattr(record.entry, "contacts", ()))]


def check_number(record, path, channel: Channel):
    if channel.type not in ("phone", "sms"):
        return
    digits = re.sub(r"\D", "", channel.value)
    if channel.e164 is None:
        if len(digits) > 6:
            yield Finding(record, (*path, "value"), "missing-field", f"{channel.value} has no international form",
                          "add e164; only short numbers such as 116 006 have none")  # fmt: skip
        return
    wanted = [DIAL_CODES[code] for code in record.entry.countries if code in DIAL_CODES]
    if wanted and not channel.e164.startswith(tuple(wanted)):
        yield Finding(record, (*path, "e164"), "foreign-dial-code", f"{channel.e164} is not a number of {', '.join(record.entry.countries)}",
                      f"numbers there start with {' or '.join(wanted)}")  # fmt: skip
    national = digits.lstrip("0")
    written = re.sub(r"\D", "", channel.value.replace("(0)", ""))
    if channel.value.lstrip().startswith("+") and written != channel.e164[1:] and channel.e164[1:].endswith(national[-6:]):
        yield Finding(record, (*path, "e164"), "wrong-number", f"{channel.value} and {channel.e164} start with different country codes",
                      "both forms must have the same digits")  # fmt: skip
    elif national and not channel.e164[1:].endswith(national[-6:]):
        yield Finding(record, (*path, "e164"), "wrong-number", f"{channel.value} and {channel.e164} are two different numbers",
                      "both forms must end in the same digits")  # fmt: skip
    if MOBILE.match(channel.e164) and not channel.public_mobile:
        yield Finding(record, (*path, "value"), "mobile-number", f"{channel.value} is a mobile number",
                      "leave it out, or write public_mobile: yes when the page prints it as the public line")  # fmt: skip


def check_mailbox(record, path, channel: Channel):
    local = channel.value.partition("@")[0].lower()
    if FREE_MAIL.search(channel.value):
        yield Finding(record, (*path, "value"), "personal-mailbox", f"{channel.value} is a private mailbox", "name the body's own mailbox")
    elif re.fullmatch(r"[a-zæøåäöðþéíóúý]{2,}[._][a-zæøåäöðþéíóúý]{3,}", local) and not FUNCTION.search(local):
        yield Finding(record, (*path, "value"), "personal-mailbox", f"{channel.value} looks like a person's mailbox",
                      "name a function mailbox, such as info@")  # fmt: skip
