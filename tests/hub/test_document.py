"""Text keeps its type, places are right, and hostile files are refused in bounded time."""

import pytest
import yaml
from hub.document import MAX_BYTES, MAX_DEPTH, Fault, parse, place, read_document
from hub.problem import Unusable
from hypothesis import given
from hypothesis import strategies as st


def code_of(raw):
    with pytest.raises(Fault) as caught:
        parse(raw)
    return caught.value.code


def test_every_scalar_stays_text():
    data = parse(b"country: NO\nphone: +4722334455\nhours: 22:30\nzip: 0047\non: yes\nday: 2026-11-21\nversion: 1.10\n")
    assert data == {
        "country": "NO", "phone": "+4722334455", "hours": "22:30", "zip": "0047", "on": "yes", "day": "2026-11-21", "version": "1.10",
    }  # fmt: skip


def test_empty_values_count_as_not_given():
    assert parse(b'a:\nb: ~\nc: null\nd: ""\ne: [x, ~]\n') == {"d": "", "e": ["x", None]}


def test_byte_order_mark_and_windows_line_ends_are_fine():
    assert parse("\ufefftitle: Blåbær\r\nsummary: x\r\n".encode()) == {"title": "Blåbær", "summary": "x"}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"a: 1\na: 2\n", "duplicate-key"),
        (b"a: &x 1\nb: *x\n", "yaml-alias"),
        (b"a: !!python/name:os.system\n", "yaml-tag"),
        (b"a: \xff\xfe\n", "wrong-encoding"),
        ("title: Blåbær".encode("latin-1"), "wrong-encoding"),
        ("title: x".encode("utf-16"), "not-text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not-text"),
        (b"", "empty-file"),
        (b"# only a comment\n", "empty-file"),
        (b"- a\n- b\n", "yaml-syntax"),
        (b"just words\n", "yaml-syntax"),
        (b"a: 1\n---\nb: 2\n", "yaml-syntax"),
        (b"a: 'open\n", "yaml-syntax"),
        (b"? [a, b]\n: c\n", "yaml-syntax"),
        (b"a:\n\tb: c\n", "tab"),
        (b"a: " + b"x" * MAX_BYTES, "file-too-large"),
        (b"a: " + b"[" * (MAX_DEPTH + 1), "too-deep"),
        (b"- " * 500_000, "too-deep"),
        (b"[" * 900_000, "too-deep"),
    ],
)
def test_bad_files_have_one_code_each(raw, code):
    assert code_of(raw) == code


def test_alias_bomb_is_refused_at_its_first_anchor():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(Fault) as caught:
        parse("\n".join(lines).encode())
    assert (caught.value.code, caught.value.line) == ("yaml-alias", 0)


def test_links_and_large_files_are_refused(tmp_path):
    (tmp_path / "outside.yml").write_text("title: secret\n")
    root = tmp_path / "root"
    root.mkdir()
    (root / "link.yml").symlink_to(tmp_path / "outside.yml")
    (root / "large.yml").write_bytes(b"a: " + b"x" * 5_000_000)
    for name, code in (("link.yml", "link"), ("large.yml", "file-too-large"), ("none.yml", "unreadable-file")):
        with pytest.raises(Unusable) as caught:
            read_document(root, name)
        assert [problem.code for problem in caught.value.problems] == [code]


def test_places():
    raw = b"title: x\nsteps:\n  - text: one\n    cite: a\n  - {text: two, cite: b}\n"
    assert place(raw, ("title",)) == (0, 0)
    assert place(raw, ("steps", 0)) == (2, 4)
    assert place(raw, ("steps", 1, "cite")) == (4, 16)
    assert place(raw, ("steps", 1, "missing")) == (4, 4)
    assert place(raw, ()) == (0, 0)


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda text: text == text.strip())
names = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
documents = st.recursive(texts, lambda inner: st.lists(inner, min_size=1) | st.dictionaries(names, inner, min_size=1), max_leaves=12)


@given(st.dictionaries(names, documents, min_size=1))
def test_what_is_written_in_quotes_is_read_back(data):
    """Whatever PyYAML writes with every scalar in quotes, parse reads as the same text."""
    raw = yaml.dump(data, default_style='"', allow_unicode=True).encode()
    raw = raw.replace(b"!!str ", b"")
    try:
        assert parse(raw) == data
    except Fault as fault:
        assert fault.code in ("yaml-alias", "too-deep")


@given(st.binary(max_size=400))
def test_any_bytes_give_data_or_a_fault(raw):
    try:
        assert isinstance(parse(raw), dict)
    except Fault as fault:
        assert fault.line >= 0 and fault.column >= 0 and str(fault)


@given(st.text(alphabet="a:- \n\t[]{}&*!|>'\"#%@`,?\\0é", max_size=80))
def test_any_yaml_like_text_gives_data_or_a_fault(text):
    try:
        assert isinstance(parse(text.encode()), dict)
    except Fault as fault:
        assert str(fault)
