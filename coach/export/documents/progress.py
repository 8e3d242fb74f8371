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
from coach.locale import language, tr, trp

NOTHING = "–"


def progress_report(view: ProgressView) -> Document:
    """Lay out modules, competencies and certainty; all numbers come from the view as they are."""
    return Document(
        title=tr("Progress report"),
        subtitle=view.learner,
        language=language(),
        footer=(
            tr("As of {day}", day=day_text(view.today)),
            tr("For the learner, and for those they give it to"),
        ),
        blocks=(
            Facts(
                facts=(
                    Fact(term=tr("Learner"), value=view.learner),
                    Fact(term=tr("As of"), value=day_text(view.today)),
                    Fact(term=tr("Time spent"), value=time_text(view.spent.total)),
                    Fact(term=tr("Days"), value=active_text(view)),
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
        return (Heading(text=tr("Modules")), Paragraph(runs=plain(tr("There are no modules."))))
    table = Table(
        columns=(
            Column(title=tr("Module"), share=5),
            Column(title=tr("Steps finished"), align="right", share=2),
            Column(title=tr("Mastered"), align="right", share=2),
            Column(title=tr("Time"), align="right", share=2),
        ),
        rows=tuple(
            (
                plain(module.title),
                plain(tr("{done} of {total}", done=module.done, total=module.total)),
                plain(tr("{done} of {total}", done=module.mastered, total=len(module.steps))),
                plain(time_text(view.spent.minutes.get(module.module, 0))),
            )
            for module in view.modules
        ),
    )
    unread = tuple(plain(tr("{name} cannot be read: {why}", name=name, why=why)) for name, why in view.unread)
    return (
        Heading(text=tr("Modules")),
        table,
        *((Listing(items=unread),) if unread else ()),
        *(_open(module) for module in view.modules if module.begun),
    )


def _open(module: ModuleMastery) -> AnyBlock:
    """Say what is still missing for a module that was begun, or that its rule is met."""
    missing = [clause for condition in conditions(module) for clause in condition.missing]
    title = Run(text=module.title, strong=True)
    if not missing:
        return Paragraph(runs=(title, Run(text=": " + tr("the rule is met; a certificate can be printed."))))
    return Together(
        blocks=(
            Paragraph(runs=(title, Run(text=": " + tr("still open for the certificate")))),
            Listing(items=tuple(plain(clause) for clause in missing)),
        )
    )


def _competencies(view: ProgressView) -> tuple[AnyBlock, ...]:
    if not view.competencies:
        return ()
    return (
        Heading(text=tr("Readiness by competency")),
        Table(
            columns=(
                Column(title=tr("Competency"), share=5),
                Column(title=tr("Readiness (0 to 100)"), align="right", share=2),
                Column(title=tr("Answers"), align="right", share=2),
                Column(title=tr("Steps seen"), align="right", share=2),
            ),
            rows=tuple(
                (
                    plain(one.title),
                    plain(readiness_text(one.value)),
                    plain(str(len(one.observations))),
                    plain(tr("{done} of {total}", done=one.seen, total=one.total)),
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
            Column(title=tr("How sure"), share=3),
            Column(title=tr("Answers"), align="right", share=2),
            Column(title=trp("answers", "Right"), align="right", share=2),
            Column(title=tr("What it says"), share=5),
        ),
        rows=tuple(
            (
                plain(tr(SURE[level.certainty])),
                plain(str(level.count)),
                plain(NOTHING if level.share is None else share_text(level.share)),
                plain(fit_text(level)),
            )
            for level in view.calibration
        ),
    )
    return (Together(blocks=(Heading(text=tr("How sure, and how often right")), table)),)


def _interviewing(view: ProgressView) -> tuple[AnyBlock, ...]:
    ready = view.interviewing
    if not ready.first:
        return ()
    count = str(ready.figures.count)
    if ready.last_at:
        last = day_text(ready.last_at.astimezone().date())
        count = tr("{count}, the last on {day}", count=count, day=last)
    facts = (
        Fact(term=tr("Sample answers rated"), value=count),
        Fact(term=tr("Accuracy"), value=accuracy_text(ready.figures)),
        Fact(term=tr("Severity"), value=severity_text(ready.figures)),
        Fact(term=tr("Spread"), value=spread_text(ready.figures)),
        Fact(term=trp("what comes", "Next"), value=next_step(ready.figures)),
    )
    return (
        Together(
            blocks=(
                Heading(text=tr("Interviewing: ratings of sample answers beside the experts'")),
                Facts(facts=facts),
                Paragraph(runs=plain(tr(FIRST_COUNTS)), tone="small"),
            )
        ),
    )


def _how_computed() -> Together:
    mastery = tr(
        "A step is mastered when it was right, without help, on {days} different days "
        "and not wrong since. Without help is at the first try, with no hint, and not said to be "
        "a guess. {first_run}",
        days=DAYS_OF_A_STEP,
        first_run=tr(FIRST_RUN),
    )
    ready = tr(
        "Readiness is the mean score of first answers, one for each time a step was met; an "
        "answer weighs half after {days} days. With fewer than {enough} answers there is nothing "
        "to tell.",
        days=HALF_LIFE.days,
        enough=ENOUGH,
    )
    time = tr(
        "Time is counted from one recorded act to the next; more than {minutes} minutes without "
        "one are a pause and do not count.",
        minutes=PAUSE.seconds // 60,
    )
    return Together(
        blocks=(
            Heading(text=tr("How this was computed"), level=3),
            *(Paragraph(runs=plain(line), tone="small") for line in (mastery, ready, time)),
        )
    )
