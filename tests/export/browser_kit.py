"""A real browser without a window, each time with a profile of its own and with nowhere to go but here."""

import os
import shutil
import signal
import subprocess
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

NAMES = ("chromium", "google-chrome", "chromium-browser")
MISSING = "No Chromium was found. Install it (apt-get install chromium), or leave these out: -m 'not browser'"
PATIENCE = 120
"""Seconds after which a browser is ended."""

QUIET = (
    "--headless",
    "--no-sandbox",  # the pages are our own, and a container gives no other one
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)
ITS_OWN = (".google.com", ".googleapis.com", ".gvt1.com", ".gstatic.com")
"""Where the browser itself would like to go, whatever page it shows."""


class Wire:
    """A server on this machine that is the browser's only way out, and remembers what was asked of it."""

    def __init__(self):
        asked = self.asked = []

        class Ear(BaseHTTPRequestHandler):
            def answer(self):
                asked.append(self.path)
                self.send_error(404)

            do_GET = do_POST = do_HEAD = do_OPTIONS = do_CONNECT = answer  # noqa: N815 - so named by http.server

            def log_message(self, *_):
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
        self.address = f"127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    @property
    def wanted_by_pages(self):
        """What was asked for on behalf of a page."""
        return [path for path in self.asked if not self._host(path).endswith(ITS_OWN)]

    def _host(self, path):
        return path.removeprefix("http://").partition("/")[0].partition(":")[0]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@dataclass
class Browser:
    """Chromium; ``folder`` is empty and may be filled."""

    folder: Path
    wire: Wire
    runs: int = field(default=0)

    def printed(self, html):
        """Print a page as its style sheet says; give the PDF."""
        target = self.folder / f"printed-{self.runs}.pdf"
        self._run(html, "--no-pdf-header-footer", f"--print-to-pdf={target}")
        return target.read_bytes()

    def tree(self, html):
        """Give the page as it is once it was loaded, written as HTML again."""
        return self._run(html, "--dump-dom").decode()

    def _run(self, html, *options):
        program = next((found for name in NAMES if (found := shutil.which(name))), None)
        assert program, MISSING
        self.runs += 1
        page = self.folder / f"page-{self.runs}.html"
        page.write_bytes(html)
        command = [
            program,
            *QUIET,
            f"--user-data-dir={self.folder / f'profile-{self.runs}'}",
            f"--proxy-server=http://{self.wire.address}",
            "--proxy-bypass-list=<-loopback>",
            *options,
            page.as_uri(),
        ]
        environ = os.environ | {"HOME": str(self.folder), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        started = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ, start_new_session=True
        )
        try:
            out, err = started.communicate(timeout=PATIENCE)
        finally:
            if started.poll() is None:
                os.killpg(started.pid, signal.SIGKILL)  # its own group, and all that it started
                started.communicate()
        assert started.returncode == 0, err.decode()
        return out
