"""A program in a real pseudo-terminal, with a screen that can be read and a clock beside it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

import pyte

ROWS, COLUMNS = 36, 120
PATIENCE = 30.0
"""Seconds after which something that should have come is given up."""
QUIET = 0.2
"""Seconds without output after which a program counts as idle."""
MODE_QUERY = re.compile(rb"\x1b\[\?(\d+)\$p")
SYNCHRONISED = b"2026"
NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*(?:\$p|u)")
"""Requests about the keyboard and about modes, which pyte would take for others."""

Seen = Callable[[pyte.Screen], bool]


class Terminal:
    """Starts a program and plays its terminal, as a modern one that can synchronise its output."""

    def __init__(
        self,
        command: list[str],
        environ: Mapping[str, str],
        *,
        folder: Path | None = None,
        columns: int = COLUMNS,
        rows: int = ROWS,
    ) -> None:
        """Start ``command`` (its first word an absolute path) in ``folder``, or where one is."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.began = monotonic()
        self._ended = False
        self.child, self._file = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(folder or Path.cwd())
            os.execve(command[0], command, {**environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})

    def __enter__(self) -> Self:
        """Give the terminal itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, whether or not it would have ended by itself."""
        self.kill()
        os.close(self._file)

    def kill(self) -> None:
        """End the program without giving it time for anything, if it still runs."""
        if not self._ended:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
            self._ended = True

    def wait_for_end(self) -> int:
        """Wait until the program has ended by itself; give its exit code."""
        limit = monotonic() + PATIENCE
        while monotonic() < limit:
            pid, status = os.waitpid(self.child, os.WNOHANG)
            if pid:
                self._ended = True
                return os.waitstatus_to_exitcode(status)
            self.listen(0.05)
        raise TimeoutError(f"the program did not end; the screen shows:\n{self.text}")

    @property
    def text(self) -> str:
        """What stands on the screen, a line to a row."""
        return "\n".join(self.screen.display)

    def until(self, seen: Seen, what: str) -> float:
        """Wait until the screen shows something; give the moment at which its bytes arrived.

        Raises ``TimeoutError`` with what is on the screen instead.
        """
        limit = monotonic() + PATIENCE
        while (arrived := self._read(limit - monotonic())) is not None:
            if seen(self.screen):
                return arrived
        raise TimeoutError(f"{what} did not come within {PATIENCE:.0f} s; the screen shows:\n{self.text}")

    def until_text(self, text: str) -> float:
        """Wait until a text stands on the screen; give the moment at which its bytes arrived."""
        return self.until(lambda _: text in self.text, f"the text {text!r}")

    def listen(self, seconds: float) -> None:
        """Take in what the program writes for so long; its end ends the listening."""
        limit = monotonic() + seconds
        while (left := limit - monotonic()) > 0:
            try:
                self._read(left)
            except TimeoutError:
                return

    def write(self, keys: str) -> None:
        """Send keys without waiting for what they do."""
        os.write(self._file, keys.encode())

    def settle(self) -> None:
        """Wait until nothing more is written."""
        while self._read(QUIET) is not None:
            continue

    def press(self, key: str) -> float:
        """Press a key; give the seconds until something below the first line, the clock's, is redrawn."""
        self.screen.dirty.clear()
        pressed = monotonic()
        self.write(key)
        painted = self.until(lambda screen: bool(screen.dirty - {0}), f"an answer to the key {key!r}")
        self.settle()
        return painted - pressed

    def peak_memory(self) -> int:
        """Give the most memory that the program held at any time, in KiB (``VmHWM`` of Linux)."""
        status = Path(f"/proc/{self.child}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))

    def _read(self, seconds: float) -> float | None:
        """Take in what the program writes; ``None`` if nothing comes in time."""
        ready, _, _ = select.select([self._file], [], [], max(seconds, 0))
        if not ready:
            return None
        try:
            data = os.read(self._file, 1 << 16)
        except OSError as error:  # the pseudo-terminal's way to say that the program has ended
            raise TimeoutError(f"The program has ended; the screen shows:\n{self.text}") from error
        arrived = monotonic()
        for mode in MODE_QUERY.findall(data):
            known = b"2" if mode == SYNCHRONISED else b"0"
            os.write(self._file, b"\x1b[?" + mode + b";" + known + b"$y")
        self._stream.feed(NOT_FOR_PYTE.sub(b"", data))
        return arrived
