"""Files on the disk: CSV files to import, and tables to keep."""

from itertools import count
from pathlib import Path

from coach.core.crm.actions import Refused
from coach.core.crm.csvfile import decode
from coach.core.exercise import Unreadable

KILOBYTE = 1_000
MOST_BYTES = 500 * KILOBYTE
"""Everything that is done is kept with every step, so a file for practice has a limit of its own."""


def csv_at(path: str) -> str:
    """Read a CSV file that somebody named; raises :class:`Unreadable`. Of a large one nothing is read."""
    data, name = _read(path)
    try:
        return decode(data, name)
    except Refused as refusal:
        raise Unreadable(f"{str(refusal).removesuffix('.')}.") from refusal


def _read(path: str) -> tuple[bytes, str]:
    """Read a file that is not too large, and give its name as well."""
    try:
        file = Path(path.strip()).expanduser()
        size = file.stat().st_size
        data = file.read_bytes() if size <= MOST_BYTES else b""
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "that is no path"
        raise Unreadable(f"{path[:80]!r} cannot be read: {reason}. Type the path of a CSV file.") from error
    if size > MOST_BYTES:
        raise Unreadable(
            f"{file.name} has {size // KILOBYTE:,} kB, and for practice {MOST_BYTES // KILOBYTE} kB "
            "are the most. Split it."
        )
    return data, file.name


def keep(tables: dict[str, str], folder_name: str) -> Path:
    """Write tables as CSV files into a new folder in the current one, and return it.

    A folder that exists is never written to: a number is added. Raises :class:`OSError`.
    """
    for number in count(1):
        folder = Path.cwd() / (folder_name if number == 1 else f"{folder_name}-{number}")
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        break
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder
