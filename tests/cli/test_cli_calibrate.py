"""``coach calibrate`` in the real program: answers listed, rated line by line, and summed up."""

import pytest

SAMPLES = """
bank: tiny-bank
samples:
  - id: had-a-method
    question: first-customer
    rating: 4
    text: I had a method, [b]really[/b], and it worked.
    rationale: They say “I had a method”.
    traps: [fluency]
  - id: waited
    question: first-customer
    rating: 1
    text: They called us, and I took the call.
    rationale: No act of their own, “They called us”.
"""
RATED = ["3", "“I had”", "", "3", "“They”", ""]


@pytest.fixture
def sampled(program):
    folder = program.content / "question_banks/samples"
    folder.mkdir()
    (folder / "tiny-bank.yaml").write_text(SAMPLES, "utf-8")
    return program


def test_what_there_is_to_rate_is_listed(sampled):
    listed = sampled.run("calibrate")
    assert "tiny  Tiny round, kit, 0 of 2 answers rated\n" in listed.out
    assert "tiny-bank  Tiny bank, bank, 0 of 2 answers rated\n" in listed.out
    assert (listed.code, listed.err) == (0, "")


def test_an_answer_is_rated_with_evidence_and_then_stands_beside_the_experts(sampled):
    talk = sampled.start("calibrate", "tiny", "--plain")
    heard = talk.hear()
    for part in (
        "2 sample answers of made-up candidates, 0 rated",
        "The question: Tell me about your first customer.",
        "1 Waited for leads.",
        "What a made-up candidate said:",
    ):
        assert part in heard
    assert "That is no rating." in talk.say("9")
    assert "Evidence: which words" in talk.say("3")
    assert "A rating needs evidence." in talk.say("")
    compared = talk.say("these words")
    assert "You: 3. Experts:" in compared
    assert "Your evidence: these words" in compared
    assert "The experts' reason:" in compared
    talk.kill()
    assert "1 of 2 answers rated" in sampled.run("calibrate").out, "it was on disk at once"


def test_it_goes_on_where_one_was_and_a_second_round_does_not_count(sampled):
    first = sampled.run("calibrate", "tiny", "--plain", lines=RATED[:3])
    assert "Everything is saved: 1 of 2 rated." in first.words
    second = sampled.run("calibrate", "tiny", "--plain", lines=[*RATED[3:], "", "1", "again", ""])
    assert "All answers are rated." in second.words
    assert "this rating is kept and does not count" in second.words
    assert "2 samples rated" in sampled.run("calibrate", "show").out


def test_the_figures_say_how_many_are_missing_and_what_counts(sampled):
    assert "You have rated no sample yet." in sampled.run("calibrate", "show").words
    sampled.run("calibrate", "tiny-bank", "--plain", lines=RATED)
    shown = sampled.run("calibrate", "show")
    for part in ("Accuracy: too few to tell: 3 more", "Severity:", "Spread:", "Prospecting: 2 samples rated"):
        assert part in shown.words
    assert "Only the first rating of a sample counts" in shown.words
    assert "Sample answers rated" in sampled.run("progress").words


def test_names_that_there_are_not_are_told_in_a_sentence(sampled):
    unknown = sampled.run("calibrate", "tinny", "--plain")
    assert (unknown.code, unknown.out) == (2, "")
    assert "Did you mean 'tiny'" in unknown.err
    (sampled.content / "question_banks/samples/tiny-bank.yaml").write_text("bank: [", "utf-8")
    broken = sampled.run("calibrate")
    assert broken.code == 0
    assert "tiny-bank cannot be used:" in broken.err


def test_the_list_of_commands_is_told_where_it_is_asked_for(sampled):
    for words in (("calibrate", "tiny"), ("practice", "tiny")):
        told = sampled.run(*words, "--plain", lines=[".?", ".q"])
        assert ".q leaves; everything is saved" in told.words.split("> .?")[1]
        assert "That is no rating" not in told.words
