"""The progress screen, and from its figures down to the answers behind them."""

import msgspec
import pytest
from screen_kit import SIZES, opened, press, said, settle, shown
from strategies import HOSTILE

from coach.core import events as ev

MODULE = "executive-communication"


def exercise(run, number=0):
    return [index for index in range(len(run.steps)) if run.kind(index) is not None][number]


def solve(services, number=0):
    run = services.training.open(MODULE, "1")
    index = exercise(run, number)
    run.show(index)
    run.answer(index, run.kind(index).solution(run.steps[index][1], run.context(index)))
    return run.steps[index][1]


def graded(services, competency=None):
    """Count the exercises of the session, or those that show a competency."""
    run = services.training.open(MODULE, "1")
    steps = [step for index, (_, step) in enumerate(run.steps) if run.kind(index) is not None]
    return sum(competency is None or competency in step.competencies for step in steps)


def needed(services):
    """Count how many of them the module's rule asks for."""
    return services.progress.module(MODULE).needed


def answered(services, **changes):
    """Record an answer like the last one, with some things changed."""
    last = services.log.read("training/me")[-1].event
    services.training.record(ev.StepShown(place=last.place), msgspec.structs.replace(last, **changes))


def one_line(app):
    return " ".join(shown(app).split())


@pytest.mark.parametrize("size", SIZES)
async def test_g_on_home_opens_progress_and_every_line_of_it_can_be_explained(services, clock, size):
    for _ in range(2):
        solve(services)
        clock.turn(days=1)
    async with opened(services, size) as (app, pilot):
        await press(pilot, "g")
        assert "Progress" in shown(app)
        assert f"1 of {graded(services)}" in shown(app)
        await press(pilot, "enter")
        assert "The rule" in shown(app)
        await press(pilot, "escape")
        for place in ("Discovery", "Executive"):
            assert place in shown(app)
        seen = set()
        for _ in range(12):
            await press(pilot, "enter")
            seen.add(shown(app).splitlines()[0].strip())
            await press(pilot, "escape", "j")
        assert len(seen) == 10, "a module, five competencies, three levels of certainty, time"
        await press(pilot, "escape")
        assert "Learn" in shown(app)


async def test_before_the_first_answer_it_says_how_the_figures_come(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "g")
        assert "Nothing was answered yet" in shown(app)
        assert f"0 of {graded(services)}" in shown(app)


async def test_a_module_is_explained_by_its_rule_and_by_each_answer(services, clock):
    step = solve(services)
    async with opened(services, (120, 36)) as (app, pilot):
        await press(pilot, "g", "enter")
        seen = one_line(app)
        assert "✗ 85 % of the graded steps are mastered" in seen
        least = needed(services)
        told = f"0 of {graded(services)} steps mastered, {least} needed missing: {least} more graded steps"
        assert f"{told} to be mastered" in seen
        assert f"◐ {step.title} counts on 1 of 2 days" in seen
        assert f"{clock.now.astimezone():%d %b %Y %H:%M} ✓ right 100 % counts" in seen


async def test_a_mastered_step_says_so(services, clock):
    step = solve(services)
    clock.turn(days=1)
    solve(services)
    async with opened(services, (120, 36)) as (app, pilot):
        await press(pilot, "g", "enter")
        assert f"✓ {step.title} mastered" in one_line(app)


async def test_of_many_answers_to_a_step_the_latest_are_listed_and_the_others_counted(services, clock):
    for _ in range(12):
        solve(services)
        clock.turn(days=1)
    async with opened(services, (120, 36)) as (app, pilot):
        await press(pilot, "g", "enter")
        seen = one_line(app)
        assert "… 2 older answers" in seen
        assert seen.count("✓ right") == 10


async def test_readiness_is_explained_by_the_sum_and_every_answer_with_its_weight(services, clock):
    solve(services)
    clock.turn(days=30)
    solve(services, 1)
    answered(services, outcome=msgspec.structs.replace(last_outcome(services), score=0.5))
    async with opened(services, (120, 36)) as (app, pilot):
        await press(pilot, "g", "j", "j", "j", "j", "enter")
        seen = one_line(app)
        assert "Progress › Executive communication" in seen
        assert f"80, 2 of {graded(services, MODULE)} steps seen" in seen
        assert "3 answers with weights of 2.50 together, of which 2.00 were earned; 2.00 / 2.50 = 80" in seen
        assert "✓ 100 % × 0.50" in seen
        assert "50 % × 1.00" in seen


def last_outcome(services):
    return services.log.read("training/me")[-1].event.outcome


async def test_too_few_answers_are_said_to_be_too_few(services):
    solve(services)
    async with opened(services, (120, 36)) as (app, pilot):
        await press(pilot, "g", "j", "j", "j", "j", "enter")
        seen = one_line(app)
        assert f"–, 1 of {graded(services, MODULE)} steps seen" in seen
        assert "So far: 1 answer; from 3 on there is a readiness to tell." in seen


async def test_certainty_is_explained_by_the_answers_given_at_it(services):
    step = solve(services)
    answered(services, certainty=3)
    async with opened(services, (120, 36)) as (app, pilot):
        await press(pilot, "g", "end", "up", "enter")
        seen = one_line(app)
        assert "How sure: very sure 100 % of 1 answer" in seen
        assert "“Very sure” brings the most marks when more than 80 % of such answers are right" in seen
        assert f"✓ right {step.title}" in seen


async def test_time_is_explained_by_module_and_by_day(services, clock):
    solve(services)
    clock.turn(minutes=2)
    solve(services, 1)
    async with opened(services, (120, 36)) as (app, pilot):
        await press(pilot, "g", "end", "enter")
        seen = one_line(app)
        assert "2 min Executive communication" in seen
        assert "■" in seen
        assert "1 day of the last 7" in seen
        assert "pause" in seen


async def test_a_long_explanation_is_scrolled_with_j_and_k(services):
    async with opened(services, (40, 15)) as (app, pilot):
        await press(pilot, "g", "enter")
        assert "The rule" in shown(app)
        await press(pilot, *["j"] * 20)
        assert "The rule" not in shown(app)
        await press(pilot, *["k"] * 20)
        assert "The rule" in shown(app)


async def test_the_report_is_written_into_the_current_folder(services, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(services) as (app, pilot):
        await press(pilot, "g", "p")
        assert "Written:" in said(app)
    assert (tmp_path / "progress.pdf").read_bytes().startswith(b"%PDF")


async def test_a_certificate_that_is_not_earned_is_refused_with_what_is_missing(
    services, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with opened(services) as (app, pilot):
        await press(pilot, "g", "enter", "p")
        assert f"{needed(services)} more graded steps to be mastered" in said(app)
    assert not (tmp_path / f"certificate-{MODULE}.pdf").exists()


async def test_only_a_module_offers_a_certificate(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "g", "enter")
        assert "certificate" in shown(app)
        await press(pilot, "escape", "j", "enter")
        assert "certificate" not in shown(app)


async def test_titles_are_text_and_never_markup(services):
    solve(services)
    answered(services, title=HOSTILE, certainty=2)
    async with opened(services, (120, 36)) as (app, pilot):
        await press(pilot, "g", "end", "up", "up", "enter")
        await settle(pilot)
        assert "[b]bold[/b] <script>" in shown(app)
        assert "⟨U+001B⟩" in shown(app)


def test_a_title_too_long_for_its_column_stands_above_its_figures():
    from coach.tui.screens.progress_rows import _line

    short = _line("Social selling", 0.5, ("1 of 2", "1 of 2", "–"), 76).plain
    long = _line("Kommunikation mit der Geschäftsleitung", 0.5, ("1 of 2", "1 of 2", "–"), 76).plain
    assert "\n" not in short
    first, second = long.split("\n")
    assert first.strip() == "Kommunikation mit der Geschäftsleitung"
    assert second[-len(short) :].split() == short.split()[2:]
