"""One renewal: all that is known of it, its options side by side, and its next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from resellerdesk.core.text import T, Text
from resellerdesk.desk.stepping import StepShown, steps
from resellerdesk.desk.undoing import undo
from resellerdesk.tui.actions import Facts, Place, bindings
from resellerdesk.tui.form import Form
from resellerdesk.tui.glance import Glance, glance
from resellerdesk.tui.jobs import start
from resellerdesk.tui.lines import Line
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.pages.renewal import Sheet, renewal_lines
from resellerdesk.tui.screens.builder import BuilderScreen
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.pick import Pick, PickScreen
from resellerdesk.tui.screens.reading import ReadingScreen
from resellerdesk.tui.stepping import assign_form, follow_form, note_form, step_form
from resellerdesk.tui.titles import state_title
from resellerdesk.tui.wishes import Wishes

NO_STEP = (
    T("No step leads on from here."),
    T("u takes the last step back, where that is still possible."),
)


class RenewalScreen(ReadingScreen[Glance]):
    """Shows the renewal named by a ref."""

    BINDINGS = bindings(Place.RENEWAL)

    @dataclass
    class Steps(Message):
        """The steps from here were read."""

        found: Sequence[StepShown]

    @dataclass
    class Undone(Message):
        """The last step was taken back."""

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref

    def on_mount(self) -> None:
        place = self.session.translator.text(T("Renewal"))
        self.title_as(partial(title_line, place, self.session.as_of, [self.ref]))

    def facts(self) -> Facts:
        return {"ref": [self.ref], "refs": [self.ref]}

    def read(self) -> Glance:
        return glance(self.session.desk, self.ref, self.session.as_of)

    def lines(self, found: Glance, width: int) -> Sequence[Line]:
        record = found.shown.record
        translator = self.session.translator
        title = state_title(self.session.desk, record.held.family, record.cycle.state)
        state = translator.text(title)
        return renewal_lines(Sheet(found, state, self.session.as_of, translator, width))

    def action_quote(self) -> None:
        self.session.open(BuilderScreen(Wishes((self.ref,))))

    def action_step(self) -> None:
        read = partial(steps, self.session.desk, self.ref, self.session.as_of)
        start(self, "steps", read, self.Steps)

    def on_renewal_screen_steps(self, message: Steps) -> None:
        words = self.session.translator.text
        picks = [Pick(step.key, words(step.title), step.key, step.why_not)
                 for step in message.found]
        by_key = {step.key: step for step in message.found}
        self.session.open(
            PickScreen(T("Steps"), [self.ref], picks,
                       lambda pick: self._take(by_key[pick.key]), NO_STEP)
        )

    def _take(self, step: StepShown) -> None:
        said = T("{title}: done; u takes it back", title=step.title)
        form = step_form(self.session.desk, self.ref, step, self.session.as_of,
                         partial(self._done, said))
        if form.fields:
            self._fill_in(form)
        else:
            start(self, "take", partial(form.do, {}), lambda _: self.Taken(said))

    @dataclass
    class Taken(Message):
        """A step that needs no value was taken."""

        said: Text

    def on_renewal_screen_taken(self, message: Taken) -> None:
        self._done(message.said, None)

    def _fill_in(self, form: Form[None]) -> None:
        self.session.open(FormScreen(form))

    def _done(self, said: Text, _: None) -> None:
        self.say_done(said)
        self.action_refresh()

    def action_undo(self) -> None:
        start(self, "undo", partial(undo, self.session.desk, self.ref), lambda _: self.Undone())

    def on_renewal_screen_undone(self) -> None:
        self._done(T("the last step was taken back"), None)

    def action_note(self) -> None:
        said = partial(self._done, T("noted"))
        self._fill_in(note_form(self.session.desk, self.ref, said))

    def action_follow(self) -> None:
        said = partial(self._done, T("it comes back that day"))
        self._fill_in(follow_form(self.session.desk, self.ref, said))

    def action_assign(self) -> None:
        owner = "" if self.seen is None else self.seen.shown.record.cycle.standing.owner
        said = partial(self._done, T("the owner was changed"))
        self._fill_in(assign_form(self.session.desk, self.ref, owner, said))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("step", "assign", "quote"):
            return self.seen is not None
        return True
