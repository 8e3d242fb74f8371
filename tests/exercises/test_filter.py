"""Searching with filters: who matches, reading lines, grading by F1, the linter, and the screen."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench
from textual.widgets import Input, Static

from coach.core.document import Table, flat
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.exercises.filter import KIND, Field, FieldKind, Filter, Mistake, Person, Response, Spec
from coach.exercises.filter.grading import searched
from coach.exercises.filter.spec import found
from coach.exercises.filter.widget import FilterWidget
from coach.exercises.filter.widget.rows import PersonRow

CONTEXT = Context(seed=0)
SIZES = ("small", "middle", "large")


def person(
    name: str, trade: str, size: str, *, headline: str = "", new: bool = False, why: str = ""
) -> Person:
    values: dict[str, bool | str | tuple[str, ...]] = {"trade": trade, "size": size}
    if new:
        values["new"] = True
    return Person(id=name.lower(), name=name, headline=headline, values=values, why=why)


PEOPLE = (
    person("Ada", "Food", "large", headline="Head of operations", new=True),
    person(
        "Ben", "Food", "middle", headline="Plant lead, cold chain", new=True, why="A plant lead runs a plant."
    ),
    person("Cleo", "Food", "large", headline="Éclair cook", why="Looks right, but is not new."),
    person("Dan", "Food", "small", new=True),
    person("Eli", "Retail", "large", new=True),
    person("Fay", "Retail", "middle", new=True),
    person("Gus", "Software", "small", headline="Operations", new=True),
    person("Hal", "Software", "large"),
)
SPEC = Spec(
    id="search",
    prompt="Find those who are new at a food maker that is not small.",
    fields=(
        Field(
            id="trade",
            title="Trade",
            values=("Food", "Retail", "Software"),
            why="Food makers have cold stores.",
        ),
        Field(
            id="size",
            title="Company size",
            kind=FieldKind.BAND,
            values=SIZES,
            why="Small ones have no plant.",
        ),
        Field(id="new", title="New in the job", kind=FieldKind.FLAG, why="Who is new listens."),
        Field(id="words", title="Words", kind=FieldKind.TEXT, why="Titles differ."),
    ),
    people=PEOPLE,
    wanted=("ada", "ben"),
    solution=(
        Filter(field="trade", values=("Food",)),
        Filter(field="size", values=("small",), exclude=True),
        Filter(field="new", values=("yes",)),
    ),
    mistakes=(
        Mistake(field="words", why="Words find titles, not work.", misconception="title-is-work"),
        Mistake(
            field="size", values=("small",), why="That chooses the small ones.", misconception="turned-round"
        ),
        Mistake(field="new", unused=True, why="Nobody asked for those who are old in the job."),
    ),
)
FULL = "trade=food; not size=small; new=yes"


def names(line: str) -> list[str]:
    return [one.name for one in found(SPEC, KIND.read(SPEC, line, CONTEXT).filters)]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("trade=food", ["Ada", "Ben", "Cleo", "Dan"]),
        ("trade=food, software", ["Ada", "Ben", "Cleo", "Dan", "Gus", "Hal"]),
        ("not trade=food", ["Eli", "Fay", "Gus", "Hal"]),
        ("trade!=food", ["Eli", "Fay", "Gus", "Hal"]),
        ("new=no", ["Cleo", "Hal"]),
        ("size=middle..large; trade=retail", ["Eli", "Fay"]),
        ("words=operations", ["Ada", "Gus"]),
        ("words=operation", []),
        ("words=COLD  chain", ["Ben"]),
        ("words=eclair", ["Cleo"]),
        ("not words=operations; trade=software", ["Hal"]),
        ("words=ada", []),
        (FULL, ["Ada", "Ben"]),
    ],
)
def test_values_are_joined_by_or_and_fields_by_and(line, people):
    assert names(line) == people


VALUES = {"trade": ("Food", "Retail", "Software"), "size": SIZES, "new": ("yes", "no")}
FILTERS = st.lists(
    st.sampled_from(list(VALUES)).flatmap(
        lambda field: st.builds(
            Filter,
            field=st.just(field),
            values=st.lists(st.sampled_from(VALUES[field]), min_size=1, unique=True).map(tuple),
            exclude=st.booleans(),
        )
    ),
    max_size=5,
).map(tuple)


def stays(one: Person, filters: tuple[Filter, ...]) -> bool:
    """Say by hand whether somebody passes."""
    has = {
        "trade": one.values["trade"],
        "size": one.values["size"],
        "new": "yes" if one.values.get("new") else "no",
    }
    return all((has[each.field] in each.values) is not each.exclude for each in filters)


@given(FILTERS, st.sets(st.sampled_from([one.id for one in PEOPLE]), min_size=1))
def test_precision_recall_and_f1_are_those_of_a_count_by_hand(filters, wanted):
    spec = msgspec.structs.replace(SPEC, wanted=tuple(wanted))
    caught = {one.id for one in PEOPLE if stays(one, filters)}
    hits = len(caught & wanted)

    match = searched(spec, filters).match

    assert match.precision == pytest.approx(hits / len(caught) if caught else 0)
    assert match.recall == pytest.approx(hits / len(wanted))
    both = match.precision + match.recall
    assert match.f1 == pytest.approx(2 * match.precision * match.recall / both if both else 0)
    assert KIND.grade(spec, Response(filters=filters), CONTEXT).score == match.f1


@given(FILTERS)
def test_the_checks_of_all_fields_pass_only_if_exactly_the_wanted_people_are_found(filters):
    outcome = KIND.grade(SPEC, Response(filters=filters), CONTEXT)
    fields = [check for check in outcome.checks if check.id.startswith("field-")]

    assert len(fields) == len(SPEC.fields)
    assert all(check.passed for check in fields) == (outcome.score == 1)


@given(FILTERS)
def test_filters_as_they_are_said_can_be_typed_again(filters):
    said = KIND.say(SPEC, Response(filters=filters), CONTEXT)
    try:
        again = KIND.read(SPEC, said, CONTEXT)
    except Unreadable:
        assert (
            not filters
            or len({(one.field, one.exclude) for one in filters}) < len(filters)
            or clashing(filters)
        )
        return
    assert found(SPEC, again.filters) == found(SPEC, filters)


def clashing(filters: tuple[Filter, ...]) -> bool:
    """Whether a value is both chosen and excluded."""
    pairs = [(one.field, value, one.exclude) for one in filters for value in one.values]
    return any((field, value, not exclude) in pairs for field, value, exclude in pairs)


HOW = (
    "Type filters as FIELD=VALUE, with a semicolon between fields, such as trade=Food,Retail; "
    "size=small,middle. A comma means or, a semicolon means and; “not new=yes” excludes."
)
BAND = "small, middle, large; two of them with .. between mean all from one to the other"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", f"Nothing is filtered yet. {HOW}"),
        ("trade=any", f"Nothing is filtered yet. {HOW}"),
        ("food", f"“food” is no filter. {HOW}"),
        ("colour=red", "“colour” is no field here. Type one of: trade, size, new, words."),
        ("trade=wood", "“wood” is no value of Trade. Type one of: Food, Retail, Software."),
        ("size=", f"Company size has no value. Type one of: {BAND}; or any."),
        ("size=small..huge", f"“huge” is no value of Company size. Type one of: {BAND}."),
        ("trade=food; trade=retail", "Trade is there twice. Put its values together, with commas between."),
        (
            "trade=food; not trade=food",
            "Trade both chooses and excludes Food, which leaves nobody. Type it once.",
        ),
        (
            "words=a,b,c,d,e,f,g,h,i",
            "That is too much to search for. Give up to 8 words or phrases of up to 60 characters.",
        ),
        ("trade=" + "f" * 600, f"That is longer than any search here. {HOW}"),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value) == message


@pytest.mark.parametrize("line", ["TRADE = Food", "tr=fo", "Trade=food;", "trade=Food, food"])
def test_beginnings_titles_and_case_make_no_difference(line):
    assert KIND.read(SPEC, line, CONTEXT) == Response(filters=(Filter(field="trade", values=("Food",)),))


def graded(line: str):
    return KIND.grade(SPEC, KIND.read(SPEC, line, CONTEXT), CONTEXT)


def test_whom_the_search_caught_is_told_at_once_and_whom_it_missed_once_it_is_solved():
    outcome = graded("trade=food; size=middle..large; words=head of, cook")

    assert [(check.label, check.why) for check in outcome.told(solved=False)] == [
        ("The filter on Words", "Words find titles, not work."),
        ("The filter on New in the job", "Nobody asked for those who are old in the job."),
        ("Cleo, Éclair cook: not wanted", "Looks right, but is not new."),
        ("1 rightly found", "Ada."),
    ]
    missed = next(check for check in outcome.told(solved=True) if check.id == "person-ben")
    assert (missed.label, missed.passed) == ("Ben, Plant lead, cold chain: missed", False)
    assert missed.why == "Kept out by Words: head of or cook. A plant lead runs a plant."
    assert outcome.remark == (
        "Wanted among those found: 1 of 2 (precision 50 %). Found among those wanted: 1 of 2 (recall 50 %). "
        "Both together (F1): 50 %."
    )
    assert outcome.misconceptions == ("title-is-work",)


def test_a_field_says_whom_it_keeps_out_and_whom_it_lets_through():
    outcome = graded("trade=food; size=small")
    told = {check.id: check for check in outcome.checks}

    assert told["field-size"].label == "Company size: not small"
    assert told["field-size"].why == (
        "Keeps out, though wanted: Ada, Ben. Lets through, though not wanted: Dan. Small ones have no plant."
    )
    assert told["field-words"].label == "Words: no filter is needed"
    assert told["field-words"].passed
    assert outcome.misconceptions == ("turned-round",)


def test_a_filter_that_is_not_needed_and_keeps_out_nobody_who_is_wanted_is_named_as_such():
    outcome = graded(f"{FULL}; not words=florist")

    told = {check.id: check for check in outcome.checks}
    assert told["field-words"].passed
    assert told["field-words"].why == "Yours, not florist, does no harm here. Titles differ."
    assert outcome.right


def test_who_is_wrong_without_a_reason_of_their_own_is_told_by_the_fields_that_differ():
    why = {check.id: check.why for check in graded("not trade=food").checks}

    assert why["person-hal"] == "Look again at Trade: Software; New in the job: no."
    assert why["person-eli"] == "Look again at Trade: Retail."


def test_the_headline_is_among_the_words_that_are_told():
    chain = (Filter(field="words", values=("cold chain",)),)
    other = msgspec.structs.replace(SPEC, solution=chain, wanted=("ben",))
    outcome = KIND.grade(other, KIND.read(other, "trade=food", CONTEXT), CONTEXT)

    why = {check.id: check.why for check in outcome.checks}
    assert why["person-ada"] == "Look again at Words: Head of operations."
    assert why["person-dan"] == "Look again at Words: nothing there."


def test_what_stands_in_the_list_is_called_what_the_author_calls_it():
    firms = msgspec.structs.replace(SPEC, called="firms")
    assert "3 of 8 firms remain" in KIND.turn(firms, None, "trade=food; new=yes", CONTEXT).say
    assert "8 firms" in KIND.ask(firms, CONTEXT)


def test_a_search_that_leaves_nobody_says_what_to_do():
    outcome = graded("words=nobody")

    assert outcome.score == 0
    assert outcome.remark == "These filters leave nobody in the list. Take one away, or add values to it."


def test_from_the_pass_mark_on_a_search_counts_as_right():
    almost = graded("trade=food; new=yes")

    assert almost.score == pytest.approx(0.8)
    assert almost.right
    assert not graded("trade=food").right


def test_an_answer_to_an_older_wording_is_still_graded_and_said():
    old = Response(filters=(Filter(field="gone", values=("x",)), Filter(field="trade", values=("Wood",))))

    assert KIND.grade(SPEC, old, CONTEXT).score == 0
    assert KIND.say(SPEC, old, CONTEXT) == "gone=x; trade=Wood"


def test_line_by_line_the_list_shrinks_and_is_handed_in():
    turn = KIND.turn
    assert turn is not None

    first = turn(SPEC, None, "trade=food; new=yes", CONTEXT)
    assert first.say.startswith("trade=Food; new=yes – 3 of 8 people remain: Ada, Ben, Dan.")
    second = turn(SPEC, first.response, "size=large", CONTEXT)
    third = turn(SPEC, second.response, "size=any", CONTEXT)
    assert third.response == first.response
    last = turn(SPEC, third.response, " Done ", CONTEXT)
    assert (last.over, last.response) == (True, first.response)
    with pytest.raises(Unreadable, match="Nothing is filtered yet"):
        turn(SPEC, None, "done", CONTEXT)


def test_on_paper_are_the_fields_with_their_values_and_everybody_with_a_field_for_a_cross():
    fields, people = (block for block in KIND.printed(SPEC, CONTEXT) if isinstance(block, Table))

    assert [flat(row[1]) for row in fields.rows] == [
        "Food · Retail · Software",
        "small · middle · large",
        "yes · no",
        "words or phrases in the profile",
    ]
    assert [flat(cell) for cell in people.rows[1]] == [
        "",
        "Ben",
        "Plant lead, cold chain",
        "Food · middle · New in the job",
    ]


def test_a_sound_search_has_no_findings():
    assert list(KIND.findings(SPEC)) == []


def bad(**changes: object) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(one.code, one.path) for one in KIND.findings(msgspec.structs.replace(SPEC, **changes))]


def with_person(one: Person) -> tuple[Person, ...]:
    return (*PEOPLE[:-1], one)


STRANGE = {"trade": "Wood", "new": "yes", "colour": "red", "size": True}
FIELD = SPEC.fields[0]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"people": with_person(Person(id="x", name="X", values=STRANGE))},
            [
                ("C132", ("people", 7, "values", "trade")),
                ("C132", ("people", 7, "values", "new")),
                ("C131", ("people", 7, "values", "colour")),
                ("C132", ("people", 7, "values", "size")),
            ],
        ),
        ({"wanted": ("ada", "zoe")}, [("C131", ("wanted", 1))]),
        (
            {"solution": (Filter(field="trad", values=("Food",)),), "mistakes": ()},
            [("C131", ("solution", 0, "field"))],
        ),
        (
            {"solution": (Filter(field="trade", values=("food",)),), "mistakes": ()},
            [("C132", ("solution", 0, "values"))],
        ),
        ({"solution": SPEC.solution[:2], "mistakes": ()}, [("C133", ("solution",))]),
        (
            {
                "wanted": ("ada", "ben", "dan", "eli", "fay", "gus"),
                "solution": (Filter(field="new", values=("yes",)),),
            },
            [("C134", ("wanted",))],
        ),
        (
            {
                "wanted": ("eli", "fay"),
                "solution": (Filter(field="trade", values=("Retail",)),),
                "mistakes": (),
            },
            [("C135", ("solution", 0))],
        ),
        ({"mistakes": (Mistake(field="new", why="w"),)}, [("C136", ("mistakes", 0))]),
        ({"mistakes": (Mistake(field="newer", why="w"),)}, [("C131", ("mistakes", 0, "field"))]),
        (
            {
                "fields": (
                    msgspec.structs.replace(FIELD, values=("Food", "Retail", "Software", "a,b", "food ")),
                    *SPEC.fields[1:],
                )
            },
            [("C137", ("fields", 0, "values", 3)), ("C137", ("fields", 0, "values", 4))],
        ),
        (
            {"fields": (*SPEC.fields[:3], msgspec.structs.replace(SPEC.fields[3], values=("one", "two")))},
            [("C137", ("fields", 3, "values"))],
        ),
        (
            {"fields": (*SPEC.fields, Field(id="new", title="trade ", kind=FieldKind.FLAG, why="w"))},
            [("C010", ("fields", 4, "id")), ("C138", ("fields", 4))],
        ),
        (
            {"people": with_person(person("Ada", "Software", "large"))},
            [("C010", ("people", 7, "id")), ("C138", ("people", 7))],
        ),
    ],
)
def test_the_linter_finds_what_keeps_a_search_from_being_fair(changes, expected):
    assert bad(**changes) == expected


def test_that_one_filter_is_enough_is_only_a_warning_and_every_code_is_explained():
    spec = msgspec.structs.replace(
        SPEC, wanted=("eli", "fay"), solution=(Filter(field="trade", values=("Retail",)),), mistakes=()
    )

    assert [one.severity for one in KIND.findings(spec)] == [Severity.WARNING]
    assert set(KIND.codes) == {f"C13{number}" for number in range(1, 9)}


class Screen(Bench):
    """The exercise alone."""

    def __init__(self) -> None:
        super().__init__(FilterWidget(SPEC, CONTEXT))

    def listed(self) -> list[str]:
        return [row.person.name for row in self.query(PersonRow) if row.display]

    def count(self) -> str:
        return str(self.query_one(".count", Static).content)


async def test_the_list_follows_every_filter_and_does_not_tell_who_is_wanted():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        assert app.count() == "8 of 8 people"
        await pilot.press("1", "right", "x")

        assert app.listed() == ["Ada", "Ben", "Cleo"]
        assert app.count() == "3 of 8 people"
        assert app.drafts[-1] == KIND.read(SPEC, "trade=food; not size=small", CONTEXT)
        assert not [row for row in app.query(PersonRow) if row.has_class("closed")]
        await pilot.press("backspace", "space", "space", "x", "x")
        assert app.listed() == ["Ada", "Ben", "Cleo", "Dan"]


async def test_excluding_a_chosen_value_turns_it_round():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("space", "x")

        assert app.exercise.response == KIND.read(SPEC, "not trade=food", CONTEXT)
        await pilot.press("x")
        assert app.exercise.response == Response()


async def test_the_arrows_go_through_values_and_on_to_the_next_field():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("down", "down", "down", "space", "up", "space")

        assert app.exercise.response == KIND.read(SPEC, "size=small; trade=software", CONTEXT)
        await pilot.press("up", "up", "up")
        assert isinstance(app.focused, Input)


async def test_the_arrows_lead_out_of_a_field_for_words_even_where_the_filters_scroll():
    app = Screen()
    async with app.run_test(size=(80, 14)) as pilot:
        app.exercise.focus()
        await pilot.press("left", "a", "up", "space")

        assert app.exercise.response == KIND.read(SPEC, "new=no; words=a", CONTEXT)
        await pilot.press("down", "down", "space")
        assert app.exercise.response == KIND.read(SPEC, "trade=food; new=no; words=a", CONTEXT)


async def test_tab_leads_on_from_a_field_for_words_as_the_arrows_do():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("left", "a", "tab", "space")
        assert app.exercise.response == KIND.read(SPEC, "trade=food; words=a", CONTEXT)
        await pilot.press("up", "b")
        assert app.exercise.response == KIND.read(SPEC, "trade=food; words=ab", CONTEXT)


async def test_the_list_scrolls_by_a_page_while_the_keys_stay_with_the_filters():
    app = Screen()
    async with app.run_test(size=(80, 14)) as pilot:
        app.exercise.focus()
        people = app.query_one(".people")
        await pilot.press("pagedown")
        await pilot.pause()
        assert people.scroll_offset.y > 0
        await pilot.press("pageup", "1")
        await pilot.pause()
        assert people.scroll_offset.y == 0
        assert app.listed() == ["Ada", "Ben", "Cleo", "Dan"]


async def test_words_are_typed_in_place_saved_after_a_moment_and_may_exclude():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("left", *"operations, not head of", "space")
        assert app.listed() == ["Gus"]
        await pilot.pause(0.6)
        wanted = KIND.read(SPEC, "words=operations; not words=head of", CONTEXT)
        assert app.drafts[-1] == wanted
        assert len(app.drafts) < len("operations, not head of") / 2

        await pilot.press("enter")
        assert app.answers == [wanted]


async def test_too_many_words_are_complained_about_and_not_handed_over():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("1", "left", *"a,b,c,d,e,f,g,h,i", "enter")

        assert app.answers == []
        assert "That is too much to search for." in str(app.query_one(".trouble", Static).content)
        await pilot.press("backspace", "backspace", "enter")
        assert len(app.answers) == 1


async def test_no_filter_is_no_answer():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("enter")

        assert app.answers == []
        complaint = "Nothing is filtered yet. Choose a value with its number or the space bar."
        assert str(app.query_one(".trouble", Static).content) == complaint


async def test_afterwards_the_list_says_who_was_right_wrong_and_once_it_is_solved_missed():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        response = KIND.read(SPEC, "trade=food; size=large", CONTEXT)
        outcome = KIND.grade(SPEC, response, CONTEXT)
        app.exercise.show_outcome(response, outcome, solved=False)
        await pilot.pause()
        assert marks(app) == {"Ada": "✓ right", "Cleo": "✗ wrong"}

        app.exercise.show_outcome(response, outcome, solved=True)
        await pilot.pause()
        assert marks(app) == {"Ada": "✓ right", "Ben": "○ missed", "Cleo": "✗ wrong"}

        app.exercise.reopen()
        await pilot.pause()
        assert app.listed() == ["Ada", "Cleo"]
        assert app.exercise.response == response


def marks(app: Screen) -> dict[str, str]:
    shown = [row for row in app.query(PersonRow) if row.display]
    return {row.person.name: str(row.query_one(".mark", Static).content) for row in shown}


async def test_after_the_solution_was_shown_another_try_starts_from_ones_own_filters():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("2", "enter")
        own, solution = app.answers[0], KIND.solution(SPEC, CONTEXT)
        app.exercise.show_outcome(own, KIND.grade(SPEC, own, CONTEXT), solved=False)
        app.exercise.show_outcome(solution, KIND.grade(SPEC, solution, CONTEXT), solved=True)
        await pilot.press("3")
        assert app.exercise.response == solution

        app.exercise.reopen()
        app.exercise.focus()
        await pilot.press("enter")
        assert app.answers[1] == own


async def test_in_a_narrow_terminal_the_count_stands_beside_the_current_field():
    app = Screen()
    async with app.run_test(size=(40, 15)) as pilot:
        app.exercise.focus()
        await pilot.press("1")
        await pilot.pause()

        titles = [str(one.content) for one in app.query(".title").results(Static)]
        assert titles[0] == "Trade: Food – 4 of 8 people"
        assert titles[1] == "Company size: any"


async def test_the_mouse_sets_filters_too():
    app = Screen()
    async with app.run_test(size=(80, 30)) as pilot:
        boxes = app.exercise.query("FieldBox")
        await pilot.click(boxes[1].query_one(".title"))
        await pilot.pause()
        await pilot.click(boxes[1].query("ValueRow")[2])

        assert app.exercise.response == KIND.read(SPEC, "size=large", CONTEXT)
