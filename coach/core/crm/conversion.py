"""Lead conversion: one lead becomes an account, a contact and usually an opportunity.

What an existing record holds already stays, only what is empty there is filled. Fields that this org added
are lost unless they say where they go.
"""

from coach.core.crm.activities import is_over
from coach.core.crm.conversion_map import lost, mapped
from coach.core.crm.draft import Draft, Refused, Trouble, refused
from coach.core.crm.records import writable
from coach.core.crm.saving import broken, filled, missing, record_called, saved, shown
from coach.core.crm.schema import ACCOUNT, ACTIVITIES, CONTACT, LEAD, OPPORTUNITY, ROLE, Field
from coach.core.crm.state import Row
from coach.core.crm.values import BadValue, Values, read
from coach.core.record import Record
from coach.locale import tr, trn


class Convert(Record, tag_field="do", tag="convert"):
    """Convert a lead, for good.

    ``account``, ``contact`` and ``opportunity`` are records that exist already; without them new ones are
    made, which ``account_key``, ``contact_key`` and ``opportunity_key`` can give readable keys. ``status``
    must be one that the profile marks as converted; empty takes the first. ``owner`` is needed where a
    queue owns the lead.
    """

    lead: str
    status: str = ""
    account: str = ""
    contact: str = ""
    opportunity: str = ""
    opportunity_name: str = ""
    no_opportunity: bool = False
    overwrite_lead_source: bool = False
    owner: str = ""
    account_key: str = ""
    contact_key: str = ""
    opportunity_key: str = ""


def convert(draft: Draft, action: Convert) -> None:
    """Convert a lead; raises :class:`Refused` with everything that speaks against it."""
    conversion = _Conversion(draft, action)
    conversion.check()
    conversion.run()


class _Conversion:
    """One conversion: what it is made of, and what speaks against it."""

    def __init__(self, draft: Draft, action: Convert) -> None:
        self._draft, self._action = draft, action
        self._lead = record_called(draft, action.lead)
        self._existing = {
            name: record_called(draft, reference)
            for name, reference in (
                (ACCOUNT, action.account),
                (CONTACT, action.contact),
                (OPPORTUNITY, action.opportunity),
            )
            if reference
        }
        self._troubles: list[Trouble] = []

    def check(self) -> None:
        """Refuse what makes no sense before anything is worked out."""
        lead, action, profile = self._lead, self._action, self._draft.profile
        if lead.object != LEAD:
            raise refused(tr("“{name}” is no lead, and only leads are converted.", name=lead.name))
        writable(self._draft, lead)
        statuses = profile.converted_statuses
        if not statuses:
            self._mind("Status", tr("This org has no status for converted leads, so none can be converted."))
        elif action.status not in ("", *statuses):
            known = tr(" or ").join(profile.label("lead_statuses", one) for one in statuses)
            text = tr(
                "{status} is no status of converted leads; take {known}.",
                status=shown(action.status),
                known=known,
            )
            self._mind("Status", text)
        if action.no_opportunity and (action.opportunity or action.opportunity_name):
            self._mind(
                "OpportunityId", tr("An opportunity is given and none is wanted; leave one of them out.")
            )
        try:
            owner = read(self._field(LEAD, "Owner"), action.owner or lead.values.get("Owner"), profile)  # type: ignore[arg-type]
            read(self._field(OPPORTUNITY, "Name"), action.opportunity_name, profile)
        except BadValue as bad:
            raise refused(str(bad)) from bad
        if owner in profile.queues:
            text = tr(
                "{owner} is a queue and cannot own an account; choose a person as the owner.", owner=owner
            )
            self._mind("Owner", text)
        self._mind_existing()
        self._stop()

    def run(self) -> None:
        """Make or fill the records, move the activities, close the lead."""
        action = self._action
        account = self._target(ACCOUNT, {})
        contact = self._target(CONTACT, {"AccountId": account.id})
        deal = None if action.no_opportunity else self._target(OPPORTUNITY, self._deal(account))
        if deal:
            self._join(deal, contact)
        moved = self._move_activities(contact, deal or account)
        self._close(account, contact, deal)
        self._stop()
        self._draft.call(action.account_key, account.id)
        self._draft.call(action.contact_key, contact.id)
        if deal:
            self._draft.call(action.opportunity_key, deal.id)
        self._tell(moved, account, contact, deal)

    def _field(self, name: str, field: str) -> Field:
        return self._draft.schema.objects[name].fields[field]

    def _mind(self, field: str, text: str) -> None:
        self._troubles.append(Trouble(field=field, text=text, object=LEAD))

    def _stop(self) -> None:
        if self._troubles:
            raise Refused(self._troubles)

    def _mind_existing(self) -> None:
        """Existing records must be what they are chosen as, and of one account."""
        account = self._existing.get(ACCOUNT)
        for name, row in self._existing.items():
            what = self._draft.schema.objects[name].noun
            if row.object != name:
                self._mind(f"{name}Id", tr("“{name}” is no {what}.", name=row.name, what=what))
            elif row is not account and account is None:
                text = tr("To convert into an existing {what}, choose its account as well.", what=what)
                self._mind(f"{name}Id", text)
            elif row is not account and account and row.values.get("AccountId") not in (None, account.id):
                text = tr(
                    "“{name}” belongs to another account than “{account}”.",
                    name=row.name,
                    account=account.name,
                )
                self._mind(f"{name}Id", text)

    def _target(self, name: str, more: Values) -> Row:
        """Make the record that a part of the lead becomes, or fill what is empty in the one there is."""
        before = self._existing.get(name)
        given = mapped(self._lead, name, self._draft.profile) | more
        if before:
            source = given.get("LeadSource")
            given = {field: value for field, value in given.items() if before.values.get(field) is None}
            if name == CONTACT and self._action.overwrite_lead_source and source:
                given["LeadSource"] = source
        else:
            given["Owner"] = self._action.owner or self._lead.values.get("Owner")
        row, troubles = saved(self._draft, self._draft.schema.objects[name], before, given)
        self._troubles += troubles
        self._draft.put(row)
        return row

    def _deal(self, account: Row) -> Values:
        """Give what a new opportunity holds beyond what comes from the lead."""
        profile = self._draft.profile
        name = self._action.opportunity_name.strip() or str(self._lead.values.get("Company"))
        return {
            "Name": name[: self._field(OPPORTUNITY, "Name").length],
            "AccountId": account.id,
            "StageName": profile.first_stage.name,
            "CloseDate": profile.quarter(self._draft.today)[1],
        }

    def _join(self, deal: Row, contact: Row) -> None:
        """Give the contact a part in the deal: the primary one, unless somebody has that already."""
        roles = [row for row in self._draft.related(deal.id) if row.object == ROLE]
        if any(row.values.get("ContactId") == contact.id for row in roles):
            return
        primary = not any(row.values.get("IsPrimary") for row in roles)
        values: Values = {"OpportunityId": deal.id, "ContactId": contact.id, "IsPrimary": primary}
        row, troubles = saved(self._draft, self._draft.schema.objects[ROLE], None, values)
        self._troubles += troubles
        self._draft.put(row)

    def _move_activities(self, contact: Row, what: Row) -> int:
        """Let the lead's activities be about contact and deal (or account); open ones change owner too."""
        moved = [row for row in self._draft.related(self._lead.id) if row.object in ACTIVITIES]
        for row in moved:
            values: Values = {**row.values, "WhoId": contact.id, "WhatId": what.id}
            if not is_over(row, self._draft.today):
                values["Owner"] = contact.values.get("Owner")
            self._draft.put(Row(object=row.object, id=row.id, values=values))
        return len(moved)

    def _close(self, account: Row, contact: Row, deal: Row | None) -> None:
        """Let the lead be converted: from now on it is there for reports only."""
        draft, lead = self._draft, self._lead
        values: Values = {
            **lead.values,
            "Status": self._action.status or draft.profile.converted_statuses[0],
            "IsConverted": True,
            "ConvertedDate": draft.today,
            "ConvertedAccountId": account.id,
            "ConvertedContactId": contact.id,
            "ConvertedOpportunityId": deal.id if deal else None,
        }
        row = Row(object=LEAD, id=lead.id, values=filled(values))
        self._troubles += missing(draft.schema.objects[LEAD], row) or broken(draft, row, lead)
        draft.put(row)

    def _tell(self, moved: int, *targets: Row | None) -> None:
        draft = self._draft
        became = ", ".join(self._became(row) for row in targets if row is not None)
        told = tr("“{name}” is converted: {became}.", name=self._lead.name, became=became)
        draft.told.insert(0, told)
        if moved:
            draft.told.append(trn("{n} activity goes along.", "{n} activities go along.", moved))
        if gone := lost(self._lead, draft.profile):
            fields = ", ".join(gone)
            draft.told.append(tr("Not carried over, since no field takes it: {fields}.", fields=fields))

    def _became(self, row: Row) -> str:
        """Call a record that the lead became, and say whether it is new."""
        what = self._draft.schema.objects[row.object].label
        if row.object in self._existing:
            return tr("{object} “{name}”", object=what, name=row.name)
        return tr("{object} “{name}” (new)", object=what, name=row.name)
