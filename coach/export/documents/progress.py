"""The progress report: where a learner stands, with what each figure rests on."""

from coach.core.calibrating import FIRST_COUNTS, accuracy_text, next_step, severity_text, spread_text
from coach.core.document import (
    AnyBlock,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    Together,
    plain,
)
from coach.core.mastery import DAYS_OF_A_STEP, ENOUGH, HALF_LIFE, ModuleMastery
from coach.core.progress import (
    FIRST_RUN,
    SURE,
    ProgressView,
    active_text,
    conditions,
    day_text,
    fit_text,
    readiness_text,
    share_text,
    time_text,
)
from coach.core.timespent import PAUSE

NOTHING = "–"


def progress_report(view: ProgressView) -> Document:
    """Lay out modules, competencies and certainty; all numbers come from the view as they are."""
    return Document(
        title="Progress report",
        subtitle=view.learner,
        language="en",
        footer=(f"As of {day_text(view.today)}", "For the learner, and for those they give it to"),
        blocks=(
            Facts(
                facts=(
                    Fact(term="Learner", value=view.learner),
                    Fact(term="As of", value=day_text(view.today)),
                    Fact(term="Time spent", value=time_text(view.spent.total)),
                    Fact(term="Days", value=active_text(view)),
                ),
            ),
            *_modules(view),
            *_competencies(view),
            *_certainty(view),
            *_interviewing(view),
            _how_computed(),
        ),
    )


def _modules(view: ProgressView) -> tuple[AnyBlock, ...]:
    if not view.modules and not view.unread:
        return (Heading(text="Modules"), Paragraph(runs=plain("There are no modules.")))
    table = Table(
        columns=(
            Column(title="Module", share=5),
            Column(title="Steps finished", align="right", share=2),
            Column(title="Mastered", align="right", share=2),
            Column(title="Time", align="right", share=2),
        ),
        rows=tuple(
            (
                plain(module.title),
                plain(f"{module.done} of {module.total}"),
                plain(f"{module.mastered} of {len(module.steps)}"),
                plain(time_text(view.spent.minutes.get(module.module, 0))),
            )
            for module in view.modules
        ),
    )
    unread = tuple(plain(f"{name} cannot be read: {why}") for name, why in view.unread)
    return (
        Heading(text="Modules"),
        table,
        *((Listing(items=unread),) if unread else ()),
        *(_open(module) for module in view.modules if module.begun),
    )


def _open(module: ModuleMastery) -> AnyBlock:
    """Say what is still missing for a module that was begun, or that its rule is met."""
    missing = [clause for condition in conditions(module) for clause in condition.missing]
    title = Run(text=module.title, strong=True)
    if not missing:
        return Paragraph(runs=(title, Run(text=": the rule is met; a certificate can be printed.")))
    return Together(
        blocks=(
            Paragraph(runs=(title, Run(text=": still open for the certificate"))),
            Listing(items=tuple(plain(clause) for clause in missing)),
        )
    )


def _competencies(view: ProgressView) -> tuple[AnyBlock, ...]:
    if not view.competencies:
        return ()
    return (
        Heading(text="Readiness by competency"),
        Table(
            columns=(
                Column(title="Competency", share=5),
                Column(title="Readiness (0 to 100)", align="right", share=2),
                Column(title="Answers", align="right", share=2),
                Column(title="Steps seen", align="right", share=2),
            ),
            rows=tuple(
                (
                    plain(one.title),
                    plain(readiness_text(one.value)),
                    plain(str(len(one.observations))),
                    plain(f"{one.seen} of {one.total}"),
                )
                for one in view.competencies
            ),
        ),
    )


def _certainty(view: ProgressView) -> tuple[AnyBlock, ...]:
    if not view.sure:
        return ()
    table = Table(
        columns=(
            Column(title="How sure", share=3),
            Column(title="Answers", align="right", share=2),
            Column(title="Right", align="right", share=2),
            Column(title="What it says", share=5),
        ),
        rows=tuple(
            (
                plain(SURE[level.certainty]),
                plain(str(level.count)),
                plain(NOTHING if level.share is None else share_text(level.share)),
                plain(fit_text(level)),
            )
            for level in view.calibration
        ),
    )
    return (Together(blocks=(Heading(text="How sure, and how often right"), table)),)


def _interviewing(view: ProgressView) -> tuple[AnyBlock, ...]:
    ready = view.interviewing
    if not ready.first:
        return ()
    last = f", the last on {day_text(ready.last_at.astimezone().date())}" if ready.last_at else ""
    facts = (
        Fact(term="Sample answers rated", value=f"{ready.figures.count}{last}"),
        Fact(term="Accuracy", value=accuracy_text(ready.figures)),
        Fact(term="Severity", value=severity_text(ready.figures)),
        Fact(term="Spread", value=spread_text(ready.figures)),
        Fact(term="Next", value=next_step(ready.figures)),
    )
    return (
        Together(
            blocks=(
                Heading(text="Interviewing: ratings of sample answers beside the experts'"),
                Facts(facts=facts),
                Paragraph(runs=plain(FIRST_COUNTS), tone="small"),
            )
        ),
    )


def _how_computed() -> Together:
    mastery = (
        f"A step is mastered when it was right, without help, on {DAYS_OF_A_STEP} different days and not "
        "wrong since. Without help is at the first try, with no hint, and not said to be a guess. "
        f"{FIRST_RUN}"
    )
    ready = (
        "Readiness is the mean score of first answers, one for each time a step was met; an answer weighs "
        f"half after {HALF_LIFE.days} days. With fewer than {ENOUGH} answers there is nothing to tell."
    )
    time = (
        "Time is counted from one recorded act to the next; more than "
        f"{PAUSE.seconds // 60} minutes without one are a pause and do not count."
    )
    return Together(
        blocks=(
            Heading(text="How this was computed", level=3),
            *(Paragraph(runs=plain(line), tone="small") for line in (mastery, ready, time)),
        )
    )
