from datetime import date

from msgspec.structs import replace
from strategies import guide

from coach.core.bank import Kit, KitQuestion, QuestionBank, Script, WeightedCompetency, guide_for
from coach.core.country import Counted, Country, ProtectedTopic, Retention
from coach.core.curriculum import Competency, Source


def country(name, level, card):
    return Country(
        id=name,
        title=name,
        as_of=date(2026, 11, 22),
        note="Orientation.",
        topics=(ProtectedTopic(id="age", title="Age", card=card, level=level),),
        retention=(
            Retention(id="usual", title="Usual", counted_from=Counted.DECISION, reason="r", months=6),
        ),
        sources=(Source(title="made up", as_of=date(2026, 11, 22)),),
    )


def filled(*countries):
    sample = guide()
    questions = sample.questions
    kit = Kit(
        id="k",
        title="K",
        role="R",
        bank="b",
        minutes=45,
        competencies=tuple(WeightedCompetency(id=one.id) for one in sample.competencies),
        opening=Script(minutes=1, text="o"),
        questions=tuple(KitQuestion(id=one.id) for one in questions),
        closing=Script(minutes=1, text="c"),
        consent="c",
        conflict="c",
        countries=tuple(one.id for one in countries),
    )
    bank = QuestionBank(id="b", title="B", summary="s", questions=questions)
    known = {one.id: Competency(id=one.id, title=one.title, definition="d") for one in sample.competencies}
    return guide_for(kit, bank, known, {one.id: one for one in countries})


def test_of_several_countries_the_strictest_line_of_a_topic_counts():
    mild, strict = country("uk", "risky", "mild"), country("de", "prohibited", "strict")
    assert [topic.card for topic in filled(mild, strict).topics] == ["strict"]
    assert [topic.card for topic in filled(strict, mild).topics] == ["strict"]
    assert [topic.card for topic in filled(mild, country("us", "risky", "later")).topics] == ["mild"]


def test_a_guide_without_topics_keeps_the_fingerprint_it_had_before_there_were_any():
    without = filled()
    assert without.topics == ()
    assert replace(without, topics=()).fingerprint == without.fingerprint
    assert filled(country("de", "prohibited", "strict")).fingerprint != without.fingerprint
