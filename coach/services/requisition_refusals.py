"""What is said where a wish about a requisition is refused."""

from collections.abc import Sequence

from coach.locale import mark, tr

NO_ID = mark("{wanted!r} cannot be an id: use small letters, digits, hyphens, such as ae-berlin.")
TAKEN = mark("There is a requisition {id} already. Choose another id.")
NOT_ON_IT = mark("You are {viewer} and not on the panel, so you could not see it. Add yourself.")
NO_ID_IN_FILE = mark("The file calls its requisition {name!r}, which is no id. Ask for a new one.")
OTHER_TERMS = mark("There is another requisition {id} here, with other terms. Nothing was taken in.")
NOT_YOURS = mark("{name} brought {id} here, so a file changes its panel only for them. Nothing was taken in.")
TOO_ALIKE = mark("{candidate} differs from another code by signs alone. Choose another code.")


def no_requisition(asked: str, near: Sequence[str]) -> str:
    """Say that there is no such requisition, and which may have been meant."""
    hint = _meant(near) if near else tr("coach requisition list shows yours.")
    return tr("There is no requisition {requisition!r} that you are on. {hint}", requisition=asked, hint=hint)


def no_candidate(requisition: str, code: str, near: Sequence[str]) -> str:
    """Say that a requisition has no such candidate, and who may have been meant."""
    hint = _meant(near) if near else tr("coach requisition show {id} lists them.", id=requisition)
    return tr("{id} has no candidate {code!r}. {hint}", id=requisition, code=code, hint=hint)


def _meant(near: Sequence[str]) -> str:
    return tr("Did you mean {names}?", names=tr(" or ").join(near))
