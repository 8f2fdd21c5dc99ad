"""The build date decides how a contact is shown."""

from datetime import date

import pytest
from hub.fields import Channel
from hub.freshness import EXPIRED, UNVERIFIED, VERIFIED, contact_state


def channel(taken_on, verified_on=None):
    fields = {"type": "phone", "value": "112", "label": "Line", "page": {"url": "https://a.example.org/", "taken_on": taken_on}}
    return Channel.model_validate(fields | ({"verified_on": verified_on, "verified_by_role": "editor"} if verified_on else {}))


@pytest.mark.parametrize(
    ("taken", "verified", "today", "state"),
    [
        ("2026-11-01", None, date(2026, 11, 21), UNVERIFIED),
        ("2026-11-01", None, date(2027, 11, 1), UNVERIFIED),
        ("2026-11-01", None, date(2027, 11, 2), EXPIRED),
        ("2020-01-01", "2026-11-01", date(2026, 11, 21), VERIFIED),
        ("2026-11-01", "2025-11-01", date(2026, 11, 1), VERIFIED),
        ("2026-11-01", "2025-11-01", date(2026, 11, 2), EXPIRED),
    ],
)
def test_twelve_months(taken, verified, today, state):
    assert contact_state(channel(taken, verified), today) == state
