import pytest
from screen_kit import SIZES, eventually, opened, press, settle, shown
from services.mentor_kit import everybody, story
from strategies import HOSTILE

from coach.core.training import Standing

MODULE = "executive-communication"


def exercise_index(run, kind):
    return next(index for index in range(len(run.steps)) if run.kind(index) and run.kind(index).name == kind)


async def go(app, pilot, index):
    await app.screen.go_to(index)
    await settle(pilot)


async def test_the_first_start_greets_and_then_shows_home(services):
    async with opened(services, greet=True) as (app, pilot):
        assert "Welcome to Coach" in shown(app)
        assert "on disk as soon as you give it" in shown(app)
        await press(pilot, "enter")
        assert "Next" in shown(app)
        assert "Executive communication" in shown(app)


async def test_home_proposes_one_thing_and_enter_begins_it(services):
    async with opened(services) as (app, pilot):
        assert "› Begin: Executive communication · session 1" in shown(app)
        assert "No interviews yet" in shown(app)
        await press(pilot, "enter")
        assert "step 1 of" in shown(app)


async def test_enter_turns_the_page_of_a_long_text_before_it_goes_on(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "enter")
        title = services.training.open(MODULE, "1").steps[0][1].title
        assert "⏎ more" in shown(app)
        pages = 0
        while "⏎ more" in shown(app):
            await press(pilot, "enter")
            pages += 1
            assert pages < 10
        assert "⏎ next" in shown(app)
        await press(pilot, "enter")
        assert title not in shown(app)
        assert services.training.open(MODULE, "1").standing(0) is Standing.DONE


async def test_a_story_that_failed_is_there_to_be_mended_when_one_comes_back(folders, clock, tmp_path):
    with everybody(folders, clock, tmp_path / "content") as person:
        mira = person("mira")
        mira.training.open("tales", "first").keep_draft(0, story())
        async with opened(mira, size=(120, 36)) as (app, pilot):
            app.open_session("tales", "first")
            await settle(pilot)
            await press(pilot, "enter")
            assert "✗ Not yet." in shown(app)

            await press(pilot, "escape")
            app.open_session("tales", "first")
            await settle(pilot)
            assert "✗ Not yet." not in shown(app)
            await press(pilot, "shift+tab", "shift+tab")
            assert "We tried." in shown(app)


async def test_a_wrong_answer_explains_itself_and_can_be_tried_again(services):
    run = services.training.open(MODULE, "1")
    index = exercise_index(run, "choice")
    step = run.steps[index][1]
    wrong = next(n for n, option in enumerate(step.options, 1) if not option.correct)
    right = next(n for n, option in enumerate(step.options, 1) if option.correct)
    async with opened(services, size=(120, 36)) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        await go(app, pilot, index)
        await press(pilot, str(wrong), "enter")
        seen = " ".join(shown(app).split())
        assert "✗ Not yet." in seen
        assert step.options[wrong - 1].why.split(".")[0] in seen
        assert step.options[right - 1].why.split(".")[0] not in seen, "the solution is not told unasked"

        await press(pilot, "enter", str(right), "enter")
        assert "✓ Right." in shown(app)
        assert services.training.open(MODULE, "1").standing(index) is Standing.SOLVED


async def test_tab_does_not_take_the_keys_away_from_an_exercise(services):
    run = services.training.open(MODULE, "1")
    index = exercise_index(run, "choice")
    async with opened(services) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        await go(app, pilot, index)
        await press(pilot, "tab", "1", "tab", "enter")
        assert services.training.open(MODULE, "1").standing(index) in (Standing.TRIED, Standing.SOLVED)


async def test_the_line_of_keys_knows_when_a_text_was_scrolled_to_its_end(services):
    async with opened(services) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        assert "⏎ more" in shown(app)
        await press(pilot, "end")
        assert "⏎ more" not in shown(app)
        await press(pilot, "home")
        assert "⏎ more" in shown(app)


async def test_keys_in_a_burst_may_meet_a_screen_between_two_steps(services):
    async with opened(services) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        body = app.screen.query_one(".body")
        await body.remove_children()
        app.screen.on_resize()
        await pilot.pause()
        for _ in range(3):
            await app.screen.go_to(app.screen.index + 1)
        await settle(pilot)
        assert "step 4 of 4" in shown(app)


async def test_one_enter_too_many_answers_nothing(services):
    run = services.training.open(MODULE, "1")
    index = exercise_index(run, "choice")
    async with opened(services) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        await go(app, pilot, index)
        await press(pilot, "enter")
        assert "Choose an option first" in shown(app)
        assert services.training.state.standing(MODULE, run.steps[index][1].id) is Standing.SEEN


@pytest.mark.parametrize("kind", ["choice", "order", "numeric", "recall"])
async def test_the_solution_is_shown_only_after_a_try_and_when_asked_for(services, kind):
    run = services.training.open(MODULE, "1")
    index = exercise_index(run, kind)
    wrong = {"choice": ["1", "enter"], "order": None, "numeric": ["text:987654", "enter"]}.get(
        kind, ["text:no idea at all", "enter"]
    )
    step = run.steps[index][1]
    if kind == "choice" and step.options[0].correct:
        wrong = ["2", "enter"]
    if kind == "order":
        wrong = [*(str(n) for n in range(1, len(step.items) + 1)), "enter"]
    async with opened(services, size=(120, 36)) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        await go(app, pilot, index)
        await press(pilot, "f3")
        assert "This is the solution" not in shown(app)
        await press(pilot, *wrong)
        assert "✗ Not yet." in shown(app)
        await press(pilot, "f3")
        assert "This is the solution" in shown(app)
        assert services.training.state.standing(MODULE, step.id) is Standing.REVEALED


async def test_hints_appear_one_by_one(services):
    run = services.training.open(MODULE, "1")
    index = next(i for i, (_, s) in enumerate(run.steps) if len(s.hints) > 1 and run.kind(i).name == "choice")
    hints = run.steps[index][1].hints
    async with opened(services, size=(120, 36)) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        await go(app, pilot, index)
        await press(pilot, "h")
        assert "Hint 1" in shown(app)
        assert "Hint 2" not in shown(app)
        await press(pilot, "h")
        assert hints[1].split()[0] in shown(app)
        assert "h hint" not in shown(app) or len(hints) > 2


async def test_one_comes_back_to_the_step_where_one_left(services):
    async with opened(services, size=(120, 36)) as (app, pilot):
        await press(pilot, "enter", "enter")
        place = shown(app).splitlines()[0].partition("▱")[0]
        assert "step 2 of" in place
        await press(pilot, "escape")
        assert "› Go on: Executive communication" in shown(app)
        await press(pilot, "enter")
        assert shown(app).splitlines()[0].partition("▱")[0] == place


async def test_a_module_lists_its_lessons_with_their_standing(services):
    services.training.open(MODULE, "1").finish(0)
    async with opened(services) as (app, pilot):
        await press(pilot, "down", "enter")
        seen = shown(app)
        assert "Session 1" in seen
        assert "◐" in seen
        assert "1 of" in seen
        await press(pilot, "down", "enter")
        assert "step 1 of" in shown(app)


async def test_the_end_of_a_session_says_what_is_still_open(services):
    run = services.training.open(MODULE, "1")
    async with opened(services) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        await go(app, pilot, len(run.steps))
        assert "the end of the session" in shown(app)
        assert "Still open:" in shown(app)


async def test_text_of_content_is_shown_as_it_is_and_never_as_markup(services, tmp_path):
    folder = services.folders.data / "content" / "curricula" / "hostile"
    folder.mkdir(parents=True)
    visible = "[bold]not bold[/bold] [@click=app.exit]x[/] {{ 7*7 }} <b>"
    (folder / "module.yaml").write_text(
        "id: hostile\ntitle: '[red]T[/red]'\nsummary: s\naudience: a\ncompetencies: []\n"
        "sessions: [{id: one, title: One, minutes: 1}]\n",
        encoding="utf-8",
    )
    (folder / "one.yaml").write_text(
        "id: one\ntitle: One\ngoal: g\nlessons:\n- id: l\n  title: L\n  steps:\n  - id: c\n    type: choice\n"
        f'    prompt: "{visible}"\n    options:\n'
        f'    - {{id: a, text: "{visible}", why: "{visible}", correct: true}}\n'
        "    - {id: b, text: b, why: b}\n",
        encoding="utf-8",
    )
    async with opened(services, size=(120, 36)) as (app, pilot):
        assert "[red]T[/red]" in shown(app)
        app.open_session("hostile", "1")
        await settle(pilot)
        assert shown(app).count("[bold]not bold[/bold] [@click=app.exit]x[/] {{ 7*7 }} <b>") == 2
        await press(pilot, "1", "enter")
        assert shown(app).count("[bold]not bold[/bold]") == 3


async def test_names_of_people_are_shown_as_typed(services):
    services.interviews.plan("ae-first-round", HOSTILE[:24], "dana")
    async with opened(services, size=(120, 36)) as (app, _):
        assert "[b]bold[/b] <script>aler" in shown(app)


async def test_a_broken_module_is_named_and_leaves_the_others_alone(services):
    folder = services.folders.data / "content" / "curricula" / "broken"
    folder.mkdir(parents=True)
    (folder / "module.yaml").write_text("id: broken\ntitle: [unclosed\n", encoding="utf-8")
    async with opened(services, size=(120, 36)) as (app, _):
        assert "Executive communication" in shown(app)
        assert "broken" in shown(app)


async def test_people_rebind_keys_by_id(services):
    services.folders.config.mkdir(parents=True)
    (services.folders.config / "config.toml").write_text(
        '[keys]\n"home.new_interview" = "N"\n', encoding="utf-8"
    )
    async with opened(services) as (app, pilot):
        assert "N new interview" in shown(app)
        await press(pilot, "N")
        assert "Candidate" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_help_lists_the_keys_of_the_screen_below(services, size):
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "question_mark")
        assert "Keys here" in shown(app)
        seen = ""
        for _ in range(8):
            seen += shown(app)
            await press(pilot, "pagedown")
        assert "Plan an interview" in " ".join(seen.split())
        await press(pilot, "escape")
        assert "Keys here" not in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_every_step_of_the_session_shows_its_title_and_its_way_on(services, size):
    run = services.training.open(MODULE, "1")
    async with opened(services, size=size) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        for index in range(0, len(run.steps), 4):
            await go(app, pilot, index)
            lesson, step = run.steps[index]
            assert (step.title or lesson.title)[:20] in shown(app)
            assert "help" in shown(app).splitlines()[-1]
            assert "⏎" in shown(app).splitlines()[-1]


async def test_the_command_palette_offers_what_the_keys_do_here(services):
    async with opened(services) as (app, pilot):
        offered = {command.title: command for command in app.get_system_commands(app.screen)}
        assert {"New interview", "Review", "Search", "Help", "Theme"} <= set(offered)
        assert "Screenshot" not in offered
        await press(pilot, "ctrl+p", "text:new interview")
        assert await eventually(pilot, lambda: "Plan an interview" in shown(app))
        await press(pilot, "enter")
        assert await eventually(pilot, lambda: "Candidate: a code" in shown(app))
