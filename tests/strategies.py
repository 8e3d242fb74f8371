"""What hypothesis draws for the domain's tests: guides, ratings and texts of every kind."""

from hypothesis import strategies as st

from coach.core.bank import Guide, GuideCompetency, Question, QuestionKind, Script

HOSTILE = "[b]bold[/b] <script>alert(1)</script> \x1b[31m $x$ #let *a* _b_ \u202eevil 日本 😀 مرحبا"

texts = st.one_of(
    st.text(max_size=200),
    st.just(HOSTILE),
    st.text(alphabet="ab\n []<>{}$#*_\\\u202e\u200f\x00\x1b😀م", max_size=120),
)
reasons = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


def question(name: str, competency: str, minutes: float = 5) -> Question:
    return Question(
        id=name,
        competency=competency,
        kind=QuestionKind.BEHAVIOURAL,
        text=f"Tell me about {name}.",
        minutes=minutes,
        probes=("What did you do?", "How did it end?"),
        anchors={1: "nothing", 3: "something", 5: "everything"},
    )


def guide(weights: tuple[float, ...] = (1, 1, 1), questions_each: int = 1) -> Guide:
    competencies = tuple(
        GuideCompetency(id=f"c{n}", title=f"Competency {n}", definition="d", weight=weight)
        for n, weight in enumerate(weights)
    )
    questions = tuple(
        question(f"q{n}-{m}", f"c{n}") for n in range(len(weights)) for m in range(questions_each)
    )
    return Guide(
        kit="sample",
        rev=1,
        title="Sample kit",
        role="Account Executive",
        language="en",
        minutes=45,
        competencies=competencies,
        opening=Script(minutes=3, text="Welcome."),
        questions=questions,
        closing=Script(minutes=4, text="Thank you."),
        consent="I take notes.",
        conflict="I have no conflict of interest.",
    )


guides = st.builds(
    guide,
    st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0]), min_size=1, max_size=6).map(tuple),
    st.integers(1, 3),
)
ratings = st.one_of(st.none(), st.integers(1, 5))


@st.composite
def rated_guides(draw: st.DrawFn) -> tuple[Guide, dict[str, int | None]]:
    drawn = draw(guides)
    return drawn, {one.id: draw(ratings) for one in drawn.questions}
