"""A translation belongs to the English it was made from, text by text."""

from hub.document import Document, parse
from hub.kinds import KINDS
from hub.load import shape_translation
from hub.shape import Record
from hub.stamping import skeleton, stamped
from hub.translation import CURRENT, MISSING, OUTDATED, Translation, fingerprint, match, texts
from hypothesis import given
from hypothesis import strategies as st

MODEL = KINDS["practice"].model


def practice(*steps, title="Help at night"):
    return MODEL.model_validate(
        {
            "title": title, "summary": "A team.", "countries": ["NO"], "themes": ["referral"], "status": "current", "as_of": "2021",
            "reviewed": "2026-11-01", "review_due": "2028-11-01", "sources": [{"id": "a", "at": "p. 1"}],
            "approach": [{"text": step, "cite": "a, p. 1"} for step in steps],
        }
    )  # fmt: skip


def read(text, entry):
    """The Translation in the text of a file for `entry`."""
    record = Record("no-x", KINDS["practice"], "practices/best-practices/no-x.yml", "", entry, texts(entry), (), ())
    document = Document("practices/best-practices/no-x.sv.yml", parse(text.encode()), "")
    ((_, translation),) = shape_translation(document, record, {}, "sv", lambda: text.encode())
    return record, translation


def translated(source, words):
    """A Translation of {path: text}, stamped against `source`."""
    return Translation("sv", "x.sv.yml", "", "draft", "", words, {path: fingerprint(source[path]) for path in words})


def test_texts_are_found_at_every_depth():
    assert texts(practice("One.", "Two.")) == {
        "title": "Help at night", "summary": "A team.", "approach.0.text": "One.", "approach.1.text": "Two.",
    }  # fmt: skip


def test_white_space_does_not_outdate():
    assert fingerprint("a  b\nc") == fingerprint("a b c") != fingerprint("a b d")


def test_one_changed_text_outdates_itself_only():
    old, new = texts(practice("One.", "Two.")), texts(practice("One.", "Two!"))
    found = match(new, translated(old, {"title": "T", "approach.0.text": "Ett.", "approach.1.text": "Två."}))
    assert found.states == {"title": CURRENT, "summary": MISSING, "approach.0.text": CURRENT, "approach.1.text": OUTDATED}
    assert found.texts["approach.1.text"] == "Två."


def test_an_item_put_in_between_outdates_nothing():
    old, new = texts(practice("One.", "Two.")), texts(practice("One.", "And a half.", "Two."))
    found = match(new, translated(old, {"approach.0.text": "Ett.", "approach.1.text": "Två."}))
    assert found.texts == {"approach.0.text": "Ett.", "approach.2.text": "Två."}
    assert found.states["approach.1.text"] == MISSING


def test_a_text_taken_out_leaves_its_translation_over():
    old, new = texts(practice("One.", "Two.")), texts(practice("Two."))
    found = match(new, translated(old, {"approach.0.text": "Ett.", "approach.1.text": "Två."}))
    assert found.texts == {"approach.0.text": "Två."}
    assert found.left_over == ("approach.0.text",)


@given(st.permutations(["One.", "Two.", "Three.", "Four."]))
def test_order_does_not_matter(order):
    old = texts(practice("One.", "Two.", "Three.", "Four."))
    words = {path: f"sv {text}" for path, text in old.items()}
    found = match(texts(practice(*order)), translated(old, words))
    assert all(found.texts[f"approach.{n}.text"] == f"sv {text}" for n, text in enumerate(order))


@given(st.lists(st.sampled_from(["Same.", "Same.", "Other."]), min_size=1, max_size=5))
def test_equal_texts_each_get_one_translation(steps):
    source = texts(practice(*steps))
    found = match(source, translated(source, {path: f"sv {text}" for path, text in source.items()}))
    assert set(found.states.values()) == {CURRENT} and not found.left_over


def test_a_skeleton_is_filled_in_and_stamped():
    entry = practice("One: first.", "Two.")
    record = Record("no-x", KINDS["practice"], "no-x.yml", "", entry, texts(entry), (), ())
    text = skeleton(record)
    assert "# One: first." in text
    filled = text.replace("title:\n", "title: Titel\n").replace("# Two.\n  - text:", "# Two.\n  - text: Två.")
    held = read(filled, entry)
    assert held[1].texts == {"title": "Titel", "approach.1.text": "Två."}
    done = stamped(filled, [held])
    assert done.startswith(filled.rstrip("\n"))
    again = read(done, entry)
    assert again[1].fingerprints == {path: fingerprint(record.texts[path]) for path in again[1].texts}
    assert stamped(done, [again]) == done


def test_a_stamp_does_not_hide_a_change_unless_told_to():
    old = practice("One.")
    text = "translation: {state: draft}\napproach:\n  - text: Ett.\n"
    done = stamped(text, [read(text, old)])
    changed = practice("One!")
    after = read(done, changed)
    assert match(texts(changed), after[1]).states["approach.0.text"] == OUTDATED
    assert stamped(done, [after]) == done
    accepted = stamped(done, [after], accept=True)
    assert match(texts(changed), read(accepted, changed)[1]).states["approach.0.text"] == CURRENT
