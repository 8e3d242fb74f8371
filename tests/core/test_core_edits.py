"""A changed text as the one stretch that differs."""

from hypothesis import given
from hypothesis import strategies as st

from coach.core.edits import applied, between

TEXTS = st.text(alphabet="ab \nü€", max_size=30)


@given(TEXTS, TEXTS)
def test_an_edit_leads_from_one_text_to_the_other(before, after):
    edit = between(before, after)

    assert (edit is None) == (before == after)
    if edit is not None:
        assert applied(before, *edit) == after


@given(TEXTS, st.text(alphabet="x", min_size=1, max_size=5), TEXTS)
def test_what_was_typed_in_between_is_all_that_is_kept(head, typed, tail):
    edit = between(head + tail, head + typed + tail)

    assert edit is not None
    assert edit.inserted == typed
    assert edit.removed == 0
