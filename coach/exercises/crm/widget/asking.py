"""Questions in front of the CRM's pages: choose one of a few things, or fill fields in."""

from abc import abstractmethod
from collections.abc import Callable

from coach.core.exercise import Context
from coach.surface.exercise import ExerciseWidget

from ..spec import Response, Spec
from .ask import CrmAsk
from .entries import Entry, Save, Troubles
from .form import CrmForm
from .keys import ASK, FORM


class CrmQuestions(ExerciseWidget[Spec, Response]):
    """One form and one list of options, which are there from the start and stand before a page when asked."""

    form: CrmForm
    options: CrmAsk

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.questions: list[str] = []
        """What is asked in the place of a page; the last is in front."""
        self.said = ""
        """What was told last."""
        self._answered: Callable[[int | None], None] = lambda _: None
        self._follow: Callable[[], None] | None = None

    @abstractmethod
    def settle(self) -> None:
        """Show what is in the centre now and give it the keys."""

    @abstractmethod
    def tell(self, sentence: str, *, bad: bool = False) -> None:
        """Say something in the line below the records."""

    @property
    @abstractmethod
    def hint(self) -> str:
        """What to do with what is in the centre now."""

    def ask(
        self,
        title: str,
        text: str,
        options: tuple[str, ...],
        answered: Callable[[int | None], None],
        at: int = 0,
    ) -> None:
        """Let one of a few things be chosen; ``answered`` gets its place, or ``None`` if none was."""
        self._answered = answered
        self.options.ask(title, text, options, at)
        self._put_before(ASK)

    def fill_in(
        self,
        title: str,
        entries: tuple[Entry, ...],
        save: Save,
        *,
        at_empty: bool = False,
        refused: Troubles = (),
    ) -> None:
        """Have fields filled in; ``refused`` is what was wrong with them already."""
        self.form.ask(title, entries, save, at_empty=at_empty, troubles=refused)
        self._put_before(FORM)

    def afterwards(self, follow: Callable[[], None]) -> None:
        """Ask something else as soon as the form is closed."""
        self._follow = follow

    def _put_before(self, question: str) -> None:
        """Put a question in front of the page."""
        self.questions.append(question)
        self.settle()
        self.tell(self.hint)

    def close_form(self, saved: bool) -> None:  # noqa: FBT001 - as the form calls it
        """Go back to the page, or on to what is to be asked next."""
        unsaid = self.said == self.hint
        self.questions.remove(FORM)
        if not saved or unsaid:
            self.tell(self.hint)
        follow, self._follow = self._follow, None
        if follow is not None:
            follow()
        self.settle()

    def on_crm_form_refused(self, message: CrmForm.Refused) -> None:
        message.stop()
        self.tell(message.told, bad=True)

    def on_crm_form_listed(self, message: CrmForm.Listed) -> None:
        message.stop()
        self.ask(message.title, "", message.labels, self._picked, message.at)

    def on_crm_ask_chosen(self, message: CrmAsk.Chosen) -> None:
        message.stop()
        self.questions.remove(ASK)
        self.tell(self.hint)
        self._answered(message.choice)
        self.settle()

    def _picked(self, choice: int | None) -> None:
        if choice is not None:
            self.form.take(choice)
