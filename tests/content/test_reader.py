import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.reader import MOST_BYTES, read, read_file
from coach.content.syntax import place, sentence
from coach.core.finding import Severity


def value(text):
    document = read(text.encode(), "a.yaml")
    assert [str(problem) for problem in document.problems] == []
    return document.value


def problems(source):
    data = source if isinstance(source, bytes) else source.encode()
    return [str(problem) for problem in read(data, "a.yaml").problems]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("true", True),
        ("false", False),
        ("True", "True"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("None", "None"),
        ("0", 0),
        ("-12", -12),
        ("+12", 12),
        ("010", "010"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("01.5", "01.5"),
        ("-", "-"),
        ("2026-11-21", "2026-11-21"),
        ("999999999999999", 999_999_999_999_999),
        ("1.2.3", "1.2.3"),
        ("=", "="),
        ('"12"', "12"),
        ("'true'", "true"),
    ],
)
def test_a_plain_word_means_what_an_author_expects(word, meaning):
    if word == "-":
        assert value("[a, '-']") == ["a", "-"]
        return
    found = value(f"a: {word}\n")
    assert found == {"a": meaning}
    assert type(found["a"]) is type(meaning)


def test_keys_may_be_numbers_and_keep_their_order():
    assert list(value("3: c\n1: a\nb: x")) == [3, 1, "b"]


def test_a_byte_order_mark_is_tolerated():
    assert read(b"\xef\xbb\xbfa: 1", "a.yaml").value == {"a": 1}


def test_windows_line_ends_and_block_texts_are_read():
    assert value("a: |\r\n  one\r\n  two\r\nb: >-\r\n  three\r\n  four\r\n") == {
        "a": "one\ntwo\n",
        "b": "three four",
    }


@pytest.mark.parametrize(
    ("source", "place", "words"),
    [
        ("a: 1\na: 2", "a.yaml:2:1 C006", "the key 'a' stands here a second time"),
        ("a: !!str 1", "a.yaml:1:4 C007", "the tag 'tag:yaml.org,2002:str'"),
        ("a: ! 1", "a.yaml:1:4 C007", "the tag '!'"),
        ("a: !x!y 1", "a.yaml:1:4 C007", "quote the text"),
        ("a: &x 1", "a.yaml:1:4 C008", "the anchor '&x'"),
        ("a: *x", "a.yaml:1:4 C008", "the alias '*x'"),
        ("<<: {b: 1}", "a.yaml:1:1 C008", "merge key"),
        ("a\n--- \nb", "a.yaml:2:1 C009", "a second document"),
        ("a: 1234567890123456", "a.yaml:1:4 C012", "cannot be kept exactly"),
        ("a: 1" + "0" * 5000, "a.yaml:1:4 C012", "cannot be kept exactly"),
        ("a: 1e999", "a.yaml:1:4 C012", "cannot be kept exactly"),
        ("a: 0xFFFFFFFFFFFFFFFF", "a.yaml:1:4 C012", "cannot be kept exactly"),
        ("a: -.inf", "a.yaml:1:4 C012", "cannot be kept exactly"),
        ("a: .NaN", "a.yaml:1:4 C012", "cannot be kept exactly"),
        ("? [a]\n: 1", "a.yaml:1:3 C014", "cannot be a key"),
        ("? *a\n: 1", "a.yaml:1:3 C014", "cannot be a key"),
        ("", "a.yaml:1:1 C015", "the file is empty"),
        ("# nothing", "a.yaml:1:1 C015", "the file is empty"),
        ("é: x\nb: \u202e", "a.yaml:2:4 C004", "U+202E"),
        ("a: x\r\nb: \u200f", "a.yaml:2:4 C004", "U+200F"),
        ("a: \u2067", "a.yaml:1:4 C004", "U+2067"),
        ("a: \x1b[31m", "a.yaml:1:4 C004", "U+001B"),
        ("a: x\0", "a.yaml:1:5 C004", "U+0000"),
        ("a: \x85", "a.yaml:1:4 C004", "U+0085"),
        ('a: "\\e[31m"', "a.yaml:1:4 C004", "U+001B"),
        ('a: "\\r"', "a.yaml:1:4 C004", "U+000D"),
        ('a: "\\u202e"', "a.yaml:1:4 C004", "U+202E"),
        (b"a: b\nb: \xff", "a.yaml:2:4 C003", "save the file as UTF-8"),
        (b"\xff\xfea\x00", "a.yaml:1:1 C003", "save the file as UTF-8"),
        ("a: b: c", "a.yaml:1:5 C005", "makes it look like a key"),
        ("a: 'x\nb: 1", "a.yaml:1:4 C005", "a quote is opened but never closed"),
        ("a: [1, 2\nb: 1", "a.yaml:1:4 C005", "is not closed"),
        ("a: @x", "a.yaml:1:4 C005", "cannot start with"),
        ("\ta: 1", "a.yaml:1:1 C005", "indent with spaces"),
        ('a: "\\q"', "a.yaml:1:5 C005", "starts an escape"),
        ("a:\n  - x\n b: c", "a.yaml:3:2 C005", "does not fit the keys above"),
        ("%YAML 2.0\n---\na: 1", "a.yaml:1:1 C005", "delete the %YAML line"),
        ("[" * 200_000, "a.yaml:1:41 C011", "nested more than 40 levels"),
        ("- " * 200_000, "a.yaml:1:81 C011", "nested more than 40 levels"),
        ("{a: " * 200_000, "a.yaml:1:161 C011", "nested more than 40 levels"),
    ],
)
def test_what_is_refused_is_told_with_its_place(source, place, words):
    first = problems(source)[0]
    assert first.startswith(f"{place} ")
    assert words in first


def test_an_error_that_libyaml_gives_without_a_place_still_becomes_a_sentence():
    error = yaml.reader.ReaderError("a.yaml", 0, 0, "utf-8", "odd")
    assert place(error) is None
    assert sentence(error)[1].startswith("this is not valid YAML (unreadable); check")


def test_forty_levels_are_allowed():
    document = read(("[" * 40 + "]" * 40).encode(), "a.yaml")
    assert document.usable
    assert document.problems == ()


def test_too_many_values_are_refused_quickly():
    started = time.process_time()
    found = problems("[" + "a," * 300_000 + "]")
    assert "C011 the file holds more than 200000 values" in found[0]
    assert time.process_time() - started < 5


def test_a_file_of_just_the_bound_is_read_and_one_byte_more_is_not():
    body = b"a: " + b"x" * (MOST_BYTES - 3)
    assert read(body, "a.yaml").usable
    assert " C002 " in problems(body + b"x")[0]


@pytest.mark.parametrize(
    "text", ["text: Price #1 wins", "text: Price\t#1 wins", "- Price #1 wins", "a: [x, Price #1 wins\n ]"]
)
def test_a_text_cut_short_by_a_comment_is_a_warning(text):
    found = read(text.encode(), "a.yaml").problems
    assert [problem.severity for problem in found] == [Severity.WARNING]
    assert "'#1 wins' is a comment here and will not be shown" in found[0].text


def test_a_text_that_is_nothing_but_a_number_sign_is_warned_of():
    assert problems("a: #1\n") == [str(read(b"a: #1\n", "a.yaml").problems[0])]
    assert "'#1' is a comment here" in problems("a: #1\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        'a: "Price #1 wins"',
        "a: |\n  Price #1 wins\n",
        "a: 5 # minutes",
        "a: C#5",
        "# all of it\na: 1",
        "a: 5 #planned",
        "a: true #planned",
        'a: "x" #tight',
        "a: b\n#whole line",
    ],
)
def test_comments_that_cut_no_text_are_left_alone(text):
    assert problems(text) == []


def test_every_key_and_value_has_its_place():
    document = read("a: 1\nlist:\n  - x\n  - key: [é, 2]\n".encode(), "a.yaml")
    assert document.locate(("a",)) == (1, 4)
    assert document.locate(("a",), key=True) == (1, 1)
    assert document.locate(("list", 0)) == (3, 5)
    assert document.locate(("list", 1, "key", 1)) == (4, 14)
    assert document.locate(("list", 1, "key"), key=True) == (4, 5)
    assert document.locate(("list", 1, "missing", "deeper")) == (4, 5)
    assert document.locate(()) == (1, 1)


def test_a_file_that_cannot_be_opened_is_a_problem_and_no_exception(tmp_path):
    for path in (tmp_path / "missing.yaml", tmp_path, tmp_path / "a\0b.yaml"):
        document = read_file(path)
        assert not document.usable
        assert [problem.code for problem in document.problems] == ["C001"]


def test_problems_never_carry_control_characters_to_the_terminal():
    lines = problems('"\\e[31m": 1\n"\\e[31m": 2\na: !<\x1b> x')
    assert lines
    assert all(line.isprintable() for line in lines)
    named = read(b"a: 1\na: 2", "evil\x1b[31m\n.yaml").problems[0]
    assert str(named).isprintable()


fragments = st.lists(
    st.sampled_from(
        [
            *"abc01.-#:&*!|>%@`?[]{},'\"\\~\n \t",
            ": ",
            "- ",
            "\n  ",
            "---\n",
            "<<: ",
            "\x00",
            "\u202e",
            "é",
            "\r",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.binary(max_size=200), fragments.map(str.encode)))
def test_no_input_makes_the_reader_raise_or_stay_silent(data):
    document = read(data, "a.yaml")
    assert document.usable or any(problem.fatal for problem in document.problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in document.problems)
    assert all(str(problem).isprintable() for problem in document.problems)


texts = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=30)


@settings(deadline=None)
@given(st.dictionaries(st.from_regex(r"\Ak[a-z]{0,8}\Z"), st.one_of(texts, st.integers(-(10**14), 10**14))))
def test_quoted_texts_and_numbers_come_out_as_they_went_in(content):
    lines = []
    for key, item in content.items():
        shown = str(item) if isinstance(item, int) else "'" + item.replace("'", "''") + "'"
        lines.append(f"{key}: {shown}")
    assert value("\n".join(lines) if lines else "{}") == content
