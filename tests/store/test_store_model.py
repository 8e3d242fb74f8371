"""The log against the simplest thing that could be one: lists in a dictionary."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from store_kit import NOW, OPENERS, note

from coach.store.errors import ChangedElsewhere, UnknownStream

STREAMS = st.sampled_from(["interview/a", "interview/ab", "training/ü"])


class Machine(RuleBasedStateMachine):
    """Append with right and wrong expectations, erase, reopen."""

    implementation: str

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.log = OPENERS[self.implementation](Path(self.folder.name))
        self.model: dict[str, list[str | None]] = {}
        self.seals = {}

    def teardown(self) -> None:
        self.log.close()
        self.folder.cleanup()

    @rule(stream=STREAMS, expected=st.integers(0, 6), words=st.lists(st.text("ab", max_size=3), max_size=3))
    def append(self, stream, expected, words):
        stands_at = len(self.model.get(stream, []))
        events = [note(word) for word in words]
        if expected != stands_at:
            with pytest.raises(ChangedElsewhere):
                self.log.append(stream, expected, events, actor="x", at=NOW)
        else:
            self.log.append(stream, expected, events, actor="x", at=NOW)
            if words:
                self.model.setdefault(stream, []).extend(words)

    @rule(stream=STREAMS)
    def erase(self, stream):
        held = self.model.get(stream)
        if held is None:
            with pytest.raises(UnknownStream):
                self.log.erase(stream, actor="x", at=NOW, reason="r")
            return
        readable = sum(word is not None for word in held)
        assert self.log.erase(stream, actor="x", at=NOW, reason="r").events == readable
        if readable:
            self.model[stream] = [None] * (len(held) + 1)

    @rule()
    def reopen(self):
        self.seals |= {(head.stream, head.number): head.seal for head in self.log.streams("")}
        self.log.close()
        self.log = OPENERS[self.implementation](Path(self.folder.name))

    @invariant()
    def reads_what_the_model_holds(self):
        for stream, held in self.model.items():
            expected = [(number, word) for number, word in enumerate(held, 1) if word is not None]
            assert [(each.number, each.event.inserted) for each in self.log.read(stream)] == expected
        heads = {head.stream: head.number for head in self.log.streams("")}
        assert heads == {stream: len(held) for stream, held in self.model.items()}

    @invariant()
    def verifies_with_every_seal_ever_kept(self):
        assert self.log.verify(list(self.seals.values())) == ()


@pytest.mark.parametrize("name", OPENERS)
def test_the_log_behaves_like_lists_in_a_dictionary(name):
    machine = type("Machine", (Machine,), {"implementation": name})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=12, stateful_step_count=12, deadline=None)
    )
