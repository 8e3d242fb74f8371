"""What a typed line means: a command, or a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.cli.plain.dialogue import Command, Dialogue, as_text, command_in

LINES = st.text(st.characters(blacklist_characters="\n\r", blacklist_categories=("Cs",)))


@given(LINES.filter(lambda text: not text.lstrip().startswith(".")))
def test_a_line_without_a_dot_in_front_is_text_as_typed(text):
    assert command_in(text) is None
    assert as_text(text) == text


@given(LINES.map(lambda text: text.lstrip(".")))
def test_every_text_with_one_dot_in_front_can_be_typed_with_two(rest):
    typed = f"..{rest}"
    assert command_in(typed) is None
    assert as_text(typed) == f".{rest}"


@given(LINES)
def test_three_dots_are_an_ellipsis_and_stay(rest):
    assert command_in(f"...{rest}") is None
    assert as_text(f"...{rest}") == f"...{rest}"


def test_a_command_is_a_dot_with_a_word_and_takes_the_rest_of_the_line():
    assert command_in("  .W  Which one?  ") == Command(name="w", rest="Which one?")
    assert command_in(".pause") == Command(name="pause")
    assert command_in(". 5") is None


@pytest.mark.parametrize(
    ("sign", "hang"), [("1  ", 5), ("12. ", 6), ("a) ", 5), ("- ", 4), ("A ", 2), ("No ", 2), ("On ", 2)]
)
def test_lines_hang_under_a_list_sign_and_not_under_a_short_word(capsys, sign, hang):
    Dialogue().say("  " + sign + "words that go on " * 8)

    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("  " + sign)
    assert len(second) - len(second.lstrip()) == hang
