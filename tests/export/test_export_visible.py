from hypothesis import given
from hypothesis import strategies as st

from coach.core.text import visible


def test_an_escape_sequence_can_be_seen_and_obeys_nobody():
    assert visible("a\x1b[31mred") == "a⟨U+001B⟩[31mred"


def test_a_right_to_left_override_can_be_seen():
    assert visible("gpj\u202eexe.") == "gpj⟨U+202E⟩exe."


def test_tabs_and_line_ends_stay_and_windows_line_ends_become_newlines():
    assert visible("a\tb\nc\r\nd\re") == "a\tb\nc\nd⟨U+000D⟩e"


def test_letters_accents_joiners_and_emoji_stay_as_they_are():
    text = "naïve e\u0301 שלום 日本 👩\u200d👧 „so“"
    assert visible(text) == text


@given(st.text(alphabet=st.characters(codec=None)))
def test_whatever_comes_in_what_goes_out_can_be_written_and_is_stable(text):
    once = visible(text)
    once.encode("utf-8")
    assert visible(once) == once
    assert not [char for char in once if ord(char) < 32 and char not in "\t\n"]
