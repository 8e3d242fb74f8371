"""Codes of what can be wrong with profiles and with files for the practice CRM."""

from coach.locale import mark

UNSOUND_PROFILE = "C115"
UNREADABLE_METADATA = "C116"
UNKNOWN_METADATA = "C117"
UNREADABLE_TABLE = "C118"
FORMULA_IN_CELL = "C119"

CODES = {
    UNSOUND_PROFILE: mark("An org profile does not hang together"),
    UNREADABLE_METADATA: mark("A file with a value set cannot be read"),
    UNKNOWN_METADATA: mark("Something in a file with a value set is not known and is passed over"),
    UNREADABLE_TABLE: mark("A CSV file cannot be loaded"),
    FORMULA_IN_CELL: mark("A cell of a CSV file looks like a formula; it is kept as plain text"),
}
"""What each code means, for ``coach explain``."""
