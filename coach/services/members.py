"""Members of a panel as people write them: ``dana=Dana Roth:interviewer:prospecting,discovery``."""

from collections.abc import Callable, Iterable

from coach.core.conduct import Refused
from coach.core.panel.terms import Member, Role
from coach.locale import tr
from coach.services.profiles import checked

FORM = "ID=NAME:ROLE:FOCUS,FOCUS"
EXAMPLE = "dana=Dana Roth:interviewer:prospecting,discovery"
LEAD_ONLY = "lead-only"
"""The word for a lead who leads without interviewing."""

ROLES = {
    Role.INTERVIEWER.value: (Role.INTERVIEWER, True),
    Role.LEAD.value: (Role.LEAD, True),
    LEAD_ONLY: (Role.LEAD, False),
    Role.OBSERVER.value: (Role.OBSERVER, True),
    Role.HR.value: (Role.HR, True),
}
"""The words for roles, and what they stand for: the role, and whether a lead interviews too."""


def read_member(text: str, name_of: Callable[[str], str], role: str = Role.INTERVIEWER.value) -> Member:
    """Read a member; all but the profile's id may be left out, ``role`` stands in for the role.

    ``name_of`` gives the name of a profile where it is known, else nothing. Raises :class:`Refused`,
    and ``ProfileError`` for an id that no profile can have.
    """
    who, *more = (part.strip() for part in text.split(":"))
    profile, _, name = (part.strip() for part in who.partition("="))
    if len(more) > 2:  # noqa: PLR2004 - role and focus
        raise Refused(
            tr(
                "{text!r} has too many colons. A member is written {form}, such as {example}.",
                text=text,
                form=FORM,
                example=EXAMPLE,
            )
        )
    word, focus = (*more, "", "")[:2]
    if (word or role) not in ROLES:
        raise Refused(
            tr(
                "There is no role {word!r} on a panel. The roles are: {roles}.",
                word=word,
                roles=", ".join(ROLES),
            )
        )
    chosen, holds = ROLES[word or role]
    return Member(
        id=checked(profile),
        name=name or name_of(profile) or profile,
        role=chosen,
        focus=tuple(dict.fromkeys(part.strip() for part in focus.split(",") if part.strip())),
        holds=holds,
    )


def role_word(member: Member) -> str:
    """Return the word by which a member's role is written."""
    return LEAD_ONLY if member.role is Role.LEAD and not member.holds else member.role.value


def with_members(
    members: Iterable[Member], changed: Iterable[Member] = (), left: Iterable[str] = ()
) -> tuple[Member, ...]:
    """Put changed members in their places and new ones at the end; those whose ids are in ``left`` go.

    Raises :class:`Refused` for somebody who should go and is not there.
    """
    panel = {member.id: member for member in members}
    for profile in left:
        if profile not in panel:
            raise Refused(
                tr(
                    "{profile!r} is not on the panel, which is: {panel}.",
                    profile=profile,
                    panel=", ".join(panel),
                )
            )
        del panel[profile]
    return tuple((panel | {member.id: member for member in changed}).values())


def with_viewer(members: Iterable[Member], viewer: str, name_of: Callable[[str], str]) -> tuple[Member, ...]:
    """Put the viewer in front as the lead, where nobody leads and the viewer is not named."""
    panel = tuple(members)
    if any(one.role is Role.LEAD or one.id == viewer for one in panel):
        return panel
    return (read_member(viewer, name_of, Role.LEAD.value), *panel)
