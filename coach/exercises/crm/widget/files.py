"""Files on the disk: CSV files to import, and tables to keep."""

from itertools import count
from pathlib import Path

from coach.core.crm.actions import Refused
from coach.core.crm.csvfile import decode, unloadable
from coach.core.exercise import Unreadable
from coach.locale import mark, tr

KILOBYTE = 1_000
MOST_BYTES = 500 * KILOBYTE
"""Everything that is done is kept with every step, so a file for practice has a limit of its own."""


def csv_at(path: str) -> str:
    """Read a CSV file that somebody named; raises :class:`Unreadable`. Of a large one nothing is read."""
    try:
        file = Path(path.strip()).expanduser()
        data = _read(file)
        return decode(data, file.name)
    except Refused as refusal:
        raise Unreadable(f"{str(refusal).removesuffix('.')}.") from refusal
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or tr("that is no path")
        raise Unreadable(
            tr(
                "{path!r} cannot be read: {reason}. Type the path of a CSV file.",
                path=path[:80],
                reason=reason,
            )
        ) from error


def _read(file: Path) -> bytes:
    """Read a file that is not too large; devices and pipes, which may never end, are not touched."""
    size = file.stat().st_size
    if not (file.is_file() or file.is_dir()):
        raise unloadable(file.name, 1, 1, tr("this is a device or a pipe and not a file; name a CSV file"))
    if size > MOST_BYTES:
        told = mark("the file has {size:,} kB and for practice {most} kB are the most; split it")
        text = tr(told, size=size // KILOBYTE, most=MOST_BYTES // KILOBYTE)
        raise unloadable(file.name, 1, 1, text)
    return file.read_bytes()


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
