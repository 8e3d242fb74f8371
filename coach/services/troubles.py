"""Which errors are sentences for people: what went wrong in a way we know.

All imports are late: knowing what can go wrong costs nothing until something does.
"""


def is_known(error: Exception) -> bool:
    """Whether an error's text is meant for the person at the keyboard; all others are faults of ours."""
    return is_wrong_name(error) or is_failure(error)


def is_wrong_name(error: Exception) -> bool:
    """Whether something was asked for that there is not, or by a name that cannot be."""
    from coach.content.library import NotFound
    from coach.services.interview import UnknownInterview
    from coach.services.profiles import ProfileError
    from coach.services.requisition import UnknownRequisition
    from coach.services.review import NoDeadline

    return isinstance(error, NotFound | UnknownInterview | UnknownRequisition | NoDeadline | ProfileError)


def is_failure(error: Exception) -> bool:
    """Whether something that makes sense cannot be done as things stand."""
    from coach.content.library import ContentError
    from coach.content.translating import CatalogueTrouble
    from coach.core.conduct import Refused
    from coach.export.sheet import ExportFailed
    from coach.services.play import PlayError
    from coach.services.printing import PrintError
    from coach.services.settings import SettingsError
    from coach.store.errors import StoreError

    return isinstance(
        error,
        CatalogueTrouble
        | ContentError
        | ExportFailed
        | PlayError
        | PrintError
        | Refused
        | SettingsError
        | StoreError,
    )
