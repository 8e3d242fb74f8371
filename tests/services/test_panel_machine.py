"""A panel in any order of events: what must hold at every moment does hold.

The services are the real ones on real files: the people of one folder, and one who works away. Beside them
runs a model that is told the same and knows nothing of how it is done (:mod:`machine_kit`).
"""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import Phase as Phase_
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule
from machine_kit import ADA, GUIDE, INTERVIEWERS, MEMBERS, OTTO, QUESTIONS, REQ, VIEWERS, Card, Model
from panel_kit import DANA, HR, LEAD, OMAR, Clock, draft, services_in

from coach.content.library import Library, default_roots
from coach.core import conduct
from coach.core.conduct import Refused
from coach.core.country import Counted
from coach.core.interview import Overall, Phase
from coach.core.interview_replay import replay
from coach.core.panel.debriefing import OUTCOMES
from coach.core.panel.sealing import commitment, sealed
from coach.core.panel.terms import Role, Visibility
from coach.core.scoring import score_text
from coach.services import streams
from coach.services.gate import Closed
from coach.services.interview import fresh_salt
from coach.services.requisition import UnknownRequisition
from coach.services.standing import overviews, standings
from coach.store.errors import ChangedElsewhere

ratings = st.one_of(st.none(), st.integers(1, 5))
questions = st.sampled_from(list(QUESTIONS))
viewers = st.sampled_from(VIEWERS)
people = st.sampled_from([member.id for member in INTERVIEWERS])
sheets = st.fixed_dictionaries(dict.fromkeys(QUESTIONS, ratings))
leaders = st.one_of(st.just(LEAD.id), viewers)
WHY = "Evidence that was overheard."
reasons = st.sampled_from(["", "  ", WHY, WHY, WHY])


@cache
def library():
    """Give content with the small guide in the place of every kit's, read once."""
    found = Library(default_roots(None, {}, Path()))
    found.guide = lambda _: GUIDE
    return found


def outcome(doing, *args, **options):
    """Do something and say how it went: ``done``, or how it was refused."""
    try:
        doing(*args, **options)
    except (Closed, UnknownRequisition):
        return "closed"
    except Refused:
        return "refused"
    return "done"


class Panel(RuleBasedStateMachine):
    """One requisition from its opening to erasures."""

    cards = Bundle("cards")

    def __init__(self):
        super().__init__()
        self.folder = Path(mkdtemp(prefix="coach-machine-"))
        self.clock = Clock()
        self.lead = services_in(self.folder, self.clock)
        self.lead.__dict__["library"] = library()
        self.away = services_in(self.folder / "away", self.clock).for_profile(ADA.id)
        self.people = {name: self.lead.for_profile(name) for name in VIEWERS}
        self.turn = 0
        self.quick = patch("coach.core.panel.comparison.times_first", lambda *_: 0)
        self.quick.start()

    @initialize(
        target=cards,
        visibility=st.sampled_from(Visibility),
        quorum=st.integers(1, len(INTERVIEWERS)),
        early=st.dictionaries(people, sheets),
    )
    def open(self, visibility, quorum, early):
        given = draft(members=MEMBERS, quorum=quorum, visibility=visibility, retention="de")
        self.lead.requisitions.open(given, REQ)
        self.model = Model(visibility, quorum)
        added = self.added("C-001")
        for member, given in early.items():
            self.hand_in(self.model.cards["C-001", member], given)
        return added

    @property
    def state(self):
        return self.lead.requisitions.state(REQ)

    def services(self, card):
        return self.away if card.away else self.people[card.member]

    def added(self, code):
        """Add a candidate, lay all out, and let Ada's machine know."""
        state = self.lead.requisitions.add_candidates(self.state, (code,))
        self.lead.requisitions.lay_out(state)
        self.away.parcels.join(self.lead.parcels.invitation(state))
        self.model.candidates.append(code)
        held = [one.id for one in INTERVIEWERS if one.id in self.model.roles]
        pairs = [(candidate, member) for candidate in self.model.candidates for member in held]
        new = {pair: Card(*pair) for pair in pairs if pair not in self.model.cards}
        self.model.cards |= new
        return st_multiple(new.values())

    def gone(self, card):
        """Whether a record was erased, or its interviewer left the panel meanwhile."""
        return (card.candidate, card.member) not in self.model.cards or card.member not in self.model.roles

    # --- What others may notice ---------------------------------------------------------------------

    def world(self, viewer):
        """Everything that a viewer can learn without a peek, as text."""
        mine = self.people[viewer]
        compared = mine.comparisons.view(REQ)
        told = [
            mine.interviews.summaries(),
            mine.requisitions.interviews(mine.requisitions.state(REQ)),
            overviews(mine.requisitions, 9),
            standings(mine.requisitions, mine.requisitions.state(REQ)),
            compared.rows,
            str(compared.comparison),
            [self.said(mine.interviews.state, card.id) for card in self.closed(viewer)],
            [
                self.said(mine.debriefs.view, REQ, code)
                for code in self.model.candidates
                if not self.model.total_open(viewer, code)
            ],
        ]
        return msgspec.json.encode(told).decode()

    def closed(self, viewer):
        return [card for card in self.model.cards.values() if not self.model.sees(viewer, card)]

    @staticmethod
    def said(asking, *args):
        """Return what is said to somebody who may not see; that anything is shown is a failure."""
        with pytest.raises(Closed) as refusal:
            asking(*args)
        return str(refusal.value)

    def unnoticed(self, card, doing):
        """Do something to a scorecard; who may not see it finds everything as it was."""
        blind = [
            viewer
            for viewer in self.model.roles
            if viewer != card.member and not self.model.total_open(viewer, card.candidate)
        ]
        self.turn += 1
        watching = [blind[self.turn % len(blind)]] if blind else []
        before = [self.world(viewer) for viewer in watching]
        result = doing()
        for viewer, seen in zip(watching, before, strict=True):
            if not self.model.total_open(viewer, card.candidate):
                assert self.world(viewer) == seen, f"{viewer} noticed something of {card.id}"
        return result

    # --- Interviews ---------------------------------------------------------------------------------

    @precondition(lambda self: len(self.model.candidates) < 3)
    @rule(target=cards)
    def add_candidate(self):
        return self.added(f"C-00{len(self.state.candidates) + 1}")

    @rule(card=cards, question=questions, rating=ratings, text=st.sampled_from(["", "heard", "more"]))
    def rate(self, card, question, rating, text):
        if not self.gone(card):
            self.unnoticed(card, lambda: self._rate(card, question, rating, text))

    def _rate(self, card, question, rating, text):
        desk = self.services(card).interviews.visit(card.id)
        wishes = [
            (conduct.edit_note, question, f"{text} of {card.member} on {card.candidate}" if text else "")
        ]
        wishes.append(
            (conduct.not_assessed, question, "Time ran out.")
            if rating is None
            else (conduct.rate, question, rating)
        )
        for wish in wishes:
            assert outcome(desk.act, *wish) == ("refused" if card.handed_in else "done")
        if card.handed_in is None:
            card.notes[question] = text
            card.ratings[question] = rating

    @rule(card=cards, given=sheets)
    def complete(self, card, given):
        """Hold the whole interview, so that its scorecard can be handed in."""
        if not self.gone(card) and card.handed_in is None:
            self.unnoticed(card, lambda: self._complete(card, given))

    @rule(card=cards, given=sheets)
    def hand_in(self, card, given):
        """Hold the interview, submit it, and from elsewhere send it: what most people do."""
        self.complete(card, given)
        self.submit(card)
        self.collect(card)

    @rule(card=cards, given=st.lists(sheets, min_size=len(INTERVIEWERS), max_size=len(INTERVIEWERS)))
    def all_hand_in(self, card, given):
        """The whole panel has talked to a candidate."""
        for one, sheet in zip(self.model.of(card.candidate), given, strict=False):
            self.hand_in(one, sheet)

    def _complete(self, card, given):
        desk = self.services(card).interviews.visit(card.id)
        desk.act(conduct.declare_conflict, conflict=False)
        desk.act(conduct.record_consent, given=True)
        if not card.begun:
            desk.act(conduct.start)
        for question, rating in given.items():
            self._rate(card, question, rating, "heard")
        desk.reload()
        desk.act(conduct.end)
        desk.act(conduct.choose_overall, Overall.YES, f"The reason of {card.member}.")
        card.begun = card.ended = card.overall = True

    @rule(card=cards)
    def submit(self, card):
        if not self.gone(card):
            allowed = card.complete and card.handed_in is None
            assert self.unnoticed(card, lambda: self._submit(card)) == ("done" if allowed else "refused")

    def _submit(self, card):
        desk = self.services(card).interviews.visit(card.id)
        result = outcome(desk.act, conduct.submit, fresh_salt())
        if result == "done":
            card.handed_in = dict(card.ratings)
            card.known = None if card.away else dict(card.ratings)
        return result

    @rule(card=cards, question=questions, rating=ratings, reason=reasons)
    def amend(self, card, question, rating, reason):
        if not self.gone(card):
            self.unnoticed(card, lambda: self._amend(card, question, rating, reason))

    def _amend(self, card, question, rating, reason):
        desk = self.services(card).interviews.visit(card.id)
        result = outcome(desk.act, conduct.amend_rating, question, rating, reason)
        assert result == ("done" if card.handed_in and reason.strip() else "refused")
        if result == "done":
            card.ratings[question] = rating
            card.amendments += 1
            card.known = card.known if card.away else dict(card.ratings)

    @rule(card=cards)
    def work_after_leaving(self, card):
        """Only who is on the panel works on an interview of it, be it laid out for them."""
        if card.member not in self.model.roles and card.candidate in self.model.candidates:
            assert outcome(self.services(card).interviews.visit, card.id) == "closed"

    @rule(card=cards)
    def save_over_another(self, card):
        """Two windows on one interview: the later save is refused and nothing is overwritten."""
        if self.gone(card) or card.handed_in is not None:
            return
        one, other = (self.services(card).interviews.visit(card.id) for _ in range(2))
        one.act(conduct.edit_note, "opening", f"one{self.clock.at}")
        with pytest.raises(ChangedElsewhere):
            other.act(conduct.edit_note, "opening", "other")
        assert other.reload().note("opening") == one.state.note("opening")

    @rule(card=cards, viewer=viewers)
    def work_on_what_is_not_mine(self, card, viewer):
        if not self.gone(card) and viewer != card.member:
            assert outcome(self.people[viewer].interviews.open, card.id) == "closed"
            assert outcome(self.people[viewer].parcels.seal, card.id) in ("closed", "refused")

    @rule(card=cards)
    def collect(self, card):
        """Send Ada's scorecard to the lead: what is handed in comes in, once, and again when amended."""
        if self.gone(card) or not card.away:
            return
        if card.handed_in is None:
            assert outcome(self.away.parcels.seal, card.id) == "refused"
            return
        data = self.away.parcels.seal(card.id)
        new = card.known is None or self.collected_amendments(card) != card.amendments
        doing = self.unnoticed(card, lambda: self._collect(card, data))
        assert doing == ("done" if new else "refused")

    def collected_amendments(self, card):
        state = replay(self.lead.log.read(streams.INTERVIEW + card.id))
        return len(state.amendments)

    def _collect(self, card, data):
        result = outcome(self.lead.parcels.collect, data)
        if result == "done":
            card.known = dict(card.ratings)
        return result

    # --- Looking ------------------------------------------------------------------------------------

    def looks(self, candidate):
        return self.lead.requisitions.dossier(self.state, candidate).looks

    @rule(card=cards, viewer=viewers, reason=st.sampled_from([None, " ", "The offer goes out today."]))
    def read(self, card, viewer, reason):
        """Only what is open is read; a lead may peek with a reason; what is seen of others is on record."""
        if self.gone(card):
            return
        before = len(self.looks(card.candidate))
        peeks = viewer == LEAD.id and not self.model.sees(viewer, card) and bool((reason or "").strip())
        allowed = self.model.sees(viewer, card) or peeks
        services = self.people[viewer]
        for reading in (services.interviews.state, services.reports.scorecard):
            assert (outcome(reading, card.id, peek=reason) == "done") is allowed
        new = self.looks(card.candidate)[before:]
        assert len(new) == (2 if allowed and viewer != card.member else 0)
        for look in new:
            assert (look.by, look.interviews, look.peek) == (viewer, (card.id,), peeks)
            assert bool(look.reason) is peeks

    @rule(viewer=viewers)
    def compare(self, viewer):
        """Candidates who are revealed have the score of their ratings; the others have no number at all."""
        if viewer not in self.model.roles:
            assert outcome(self.people[viewer].comparisons.view, REQ) == "closed"
            return
        found = self.people[viewer].comparisons.view(REQ)
        assert {row.candidate for row in found.rows} == set(self.model.candidates)
        for row in found.rows:
            known = [card.known for card in self.model.of(row.candidate) if card.submitted]
            if not self.model.total_open(viewer, row.candidate):
                assert (row.place, row.decision, row.interviews) == (None, "", ())
            else:
                assert row.place.score == pytest.approx(self.model.score(known))
                assert row.decision == self.model.decided.get(row.candidate, "")

    # --- The requisition ----------------------------------------------------------------------------

    @rule(question=questions, viewer=st.sampled_from([LEAD.id, DANA.id]), reason=reasons)
    def drop(self, question, viewer, reason):
        """A question is dropped for all, by the lead, with a reason, and never the last of a competency."""
        found = outcome(self.people[viewer].requisitions.drop_question, self.state, question, reason)
        others = {name for name in QUESTIONS if name not in self.model.dropped and name != question}
        covered = QUESTIONS[question] in {QUESTIONS[name] for name in others}
        allowed = covered and bool(reason.strip()) and question not in self.model.dropped
        assert found == ("closed" if viewer != LEAD.id else "done" if allowed else "refused")
        if found == "done":
            self.model.dropped.add(question)

    @rule(quorum=st.integers(0, 5), leaving=st.sampled_from([None, DANA, OMAR, OTTO, HR]), reason=reasons)
    def change_panel(self, quorum, leaving, reason):
        """Nobody leaves whose interview has begun; the quorum can be met; the reason is kept."""
        members = tuple(one for one in self.model.roles.values() if leaving is None or one.id != leaving.id)
        bound = {card.member for card in self.model.cards.values() if self.begun_here(card)}
        interviewing = {one.id for one in members if one.interviews}
        allowed = bound <= interviewing and 1 <= quorum <= len(interviewing) and bool(reason.strip())
        changing = self.lead.requisitions.change_panel
        assert outcome(changing, self.state, members, quorum, reason) == ("done" if allowed else "refused")
        if allowed:
            self.model.roles = {one.id: one for one in members}
            self.model.quorum = quorum

    def begun_here(self, card):
        return (card.begun and not card.away) or card.known is not None

    @rule(who=st.sampled_from([DANA, OTTO, HR]))
    def change_back(self, who):
        """Who left comes back as they were."""
        members = tuple({**self.model.roles, who.id: who}.values())
        self.lead.requisitions.change_panel(self.state, members, self.model.quorum, "They are back.")
        self.model.roles = {one.id: one for one in members}

    # --- Debrief and decision -----------------------------------------------------------------------

    @rule(card=cards, viewer=leaders)
    def open_debrief(self, card, viewer):
        code = card.candidate
        if code not in self.model.candidates:
            return
        found = outcome(self.people[viewer].debriefs.open, REQ, code)
        submitted = {one.member for one in self.model.of(code) if one.submitted} & self.interviewing
        allowed = self.model.total_open(LEAD.id, code) and len(submitted) >= self.model.quorum
        assert (found == "done") is (viewer == LEAD.id and allowed)
        if found == "done":
            self.model.attending[code] = submitted

    @property
    def interviewing(self):
        return {one.id for one in self.model.roles.values() if one.interviews}

    @rule(card=cards, viewer=viewers, after=st.integers(0, 6), reason=reasons)
    def judge_anew(self, card, viewer, after, reason):
        """Own judgements change for those who took part, with a reason; scorecards stay as they were."""
        code = card.candidate
        if code not in self.model.candidates:
            return
        part = self.model.total_open(viewer, code) and viewer in self.model.attending.get(code, ())
        given = bool(reason.strip())
        debriefs = self.people[viewer].debriefs
        found = outcome(debriefs.rescore, REQ, code, "once", after, reason)
        assert (found == "done") is (part and given and 1 <= after <= 5)
        assert (outcome(debriefs.composite, REQ, code, Overall.NO, reason) == "done") is (part and given)

    @rule(card=cards, viewer=leaders, chosen=st.sampled_from(OUTCOMES), departure=reasons)
    def decide(self, card, viewer, chosen, departure):
        """The lead decides after a debrief, and departs from the rank only with a reason."""
        code = card.candidate
        if code not in self.model.candidates:
            return
        debriefs = self.people[viewer].debriefs
        ready = viewer == LEAD.id and self.model.total_open(viewer, code) and code in self.model.attending
        departs = debriefs.departures(REQ, code, chosen) if ready else ()
        found = outcome(debriefs.decide, REQ, code, chosen, "It was decided so.", departure)
        assert (found == "done") is (ready and bool(departs) == bool(departure.strip()))
        if found == "done":
            self.model.decided[code] = chosen

    @rule(card=cards, chosen=st.sampled_from(OUTCOMES), departure=reasons)
    def debrief(self, card, chosen, departure):
        """A whole debrief: opened, judged anew by those who were there, decided."""
        self.open_debrief(card, LEAD.id)
        self.judge_anew(card, card.member, 4, WHY)
        self.decide(card, LEAD.id, chosen, departure)

    # --- What is kept -------------------------------------------------------------------------------

    @rule(card=cards, viewer=leaders, reason=reasons)
    def hold(self, card, viewer, reason):
        code = card.candidate
        if code not in self.model.candidates:
            return
        may = self.looks_after(viewer) and bool(reason.strip())
        privacy = self.people[viewer].privacy
        wish = privacy.lift if code in self.model.held else privacy.hold
        assert (outcome(wish, REQ, code, reason) == "done") is may
        if may:
            self.model.held ^= {code}

    def looks_after(self, viewer):
        member = self.model.roles.get(viewer)
        return member is not None and member.role in (Role.LEAD, Role.HR)

    @rule(card=cards, viewer=viewers)
    def reject(self, card, viewer):
        """The period runs from the receipt of the rejection."""
        if card.candidate not in self.model.candidates or not self.looks_after(viewer):
            return
        privacy = self.people[viewer].privacy
        due = privacy.record_date(REQ, card.candidate, Counted.REJECTION, privacy.today)
        retention = self.state.terms.retention
        assert retention.counted_from is Counted.REJECTION
        assert due.delete_by.on.month != privacy.today.month
        assert due.days_left > 170

    @rule(card=cards, viewer=leaders, early=st.booleans())
    def erase(self, card, viewer, early):
        """A hold wins over everything; before its day a record goes only where that is said."""
        code = card.candidate
        if code not in self.model.candidates or (not early and viewer == LEAD.id):
            return
        allowed = self.looks_after(viewer) and early and code not in self.model.held
        before = self.heads(code)
        found = outcome(self.people[viewer].privacy.erase, REQ, code, "On request.", early=early)
        assert (found == "done") is allowed
        if not allowed:
            assert self.heads(code) == before
            return
        kept = {card.member: card.known for card in self.model.of(code) if card.submitted}
        assert {one.member: one.ratings for one in self.state.erased[code]} == kept
        assert not any(
            self.lead.log.read(head.stream)
            for head in self.lead.log.streams(f"interview/{REQ}.{code.lower()}.")
        )
        self.forget(code)

    def heads(self, code):
        return [(head.stream, head.hash) for head in self.lead.log.streams("") if code.lower() in head.stream]

    def forget(self, code):
        model = self.model
        model.candidates.remove(code)
        model.cards = {key: card for key, card in model.cards.items() if card.candidate != code}
        model.attending.pop(code, None)
        model.decided.pop(code, None)

    # --- At every moment ----------------------------------------------------------------------------

    @invariant()
    def every_number_is_the_same_everywhere(self):
        """Live, stored and printed: one number, made of the ratings and of nothing else."""
        if not hasattr(self, "model") or not self.model.cards:
            return
        self.turn += 1
        card = list(self.model.cards.values())[self.turn % len(self.model.cards)]
        services = self.services(card)
        state = services.interviews.state(card.id)
        assert {name: value for name, value in state.ratings.items() if value} == {
            name: value for name, value in card.ratings.items() if value
        }
        assert all(value is None or 1 <= value <= 5 for value in state.ratings.values())
        expected = self.model.score([card.ratings], dropped=False)
        (digest,) = services.gate.digests.all(card.id)
        assert state.score.value == digest.score == pytest.approx(expected)
        assert services.sheets.view(card.id).score_text == score_text(expected)
        assert state.agenda[1:-1] == tuple(QUESTIONS), "the order of the kit"
        self.is_sealed(card, state, services.log.read(streams.INTERVIEW + card.id))

    def is_sealed(self, card, state, recorded):
        """What was handed in stands as it was, and its commitment proves it."""
        assert (state.phase is Phase.SUBMITTED) is (card.handed_in is not None)
        assert len(state.amendments) == card.amendments
        if card.handed_in is None:
            return
        at = next(n for n, record in enumerate(recorded) if record.event.__struct_config__.tag == SUBMITTED)
        original = replay(recorded[:at])
        assert {name: value for name, value in original.ratings.items() if value} == {
            name: value for name, value in card.handed_in.items() if value
        }
        assert commitment(sealed(original), state.salt) == state.commitment
        assert state.submitted == original.score, "the number that was stored is that of the moment"

    @invariant()
    def what_is_closed_stays_closed(self):
        """No list, overview or comparison names a scorecard that its viewer may not see."""
        if not hasattr(self, "model"):
            return
        viewer = list(self.model.roles)[self.turn % len(self.model.roles)]
        mine = self.people[viewer]
        listed = {one.id for one in mine.interviews.summaries()}
        seen = {card.id for card in self.model.cards.values() if self.model.sees(viewer, card)}
        assert listed == seen
        assert {one.id for one in mine.requisitions.interviews(self.state)} == seen
        for one in standings(mine.requisitions, self.state):
            if not self.model.open(viewer, one.candidate):
                assert (one.others, one.debriefed, one.decision) == ((), False, "")

    def teardown(self):
        """At the end the log verifies, and who starts the program anew finds everything as it was."""
        self.quick.stop()
        if hasattr(self, "model"):
            anew = services_in(self.folder, self.clock)
            shutil.rmtree(self.folder / "cache", ignore_errors=True)
            for viewer in self.model.roles:
                fresh, known = anew.for_profile(viewer), self.people[viewer]
                assert fresh.interviews.summaries() == known.interviews.summaries()
                assert fresh.requisitions.state(REQ) == known.requisitions.state(REQ)
                assert standings(fresh.requisitions, self.state) == standings(known.requisitions, self.state)
            anew.close()
            assert self.lead.log.verify() == ()
            assert self.away.log.verify() == ()
        self.lead.close()
        self.away.close()
        shutil.rmtree(self.folder)


SUBMITTED = "scorecard-submitted"


def st_multiple(values):
    from hypothesis.stateful import multiple

    return multiple(*values)


TestPanel = Panel.TestCase
TestPanel.settings = settings(
    max_examples=25,
    phases=[Phase_.generate],
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
