"""How the streams about interviews are called, so that every use case finds the same ones."""

import re
import unicodedata
from hashlib import sha256

INTERVIEW = "interview/"
REQUISITION = "requisition/"
DOSSIER = "dossier/"
IDENTITY = "identity/"


def key(name: str) -> str:
    """Return what a name is compared by: the same in capitals, and however its accents are stored."""
    return unicodedata.normalize("NFKC", name.strip().casefold())


def slug(name: str) -> str:
    """Make a typable part of an id of a name.

    One without Latin letters and digits becomes ``x`` and four hexadecimal digits, such as ``x1a2b``:
    always the same for a name, and for two names hardly ever.
    """
    compared = key(name)
    latin = unicodedata.normalize("NFKD", compared).encode("ascii", "ignore").decode()
    word = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:32].rstrip("-")
    return word or f"x{sha256(compared.encode(errors='surrogatepass')).hexdigest()[:4]}"


def interview_id(candidate: str, interviewer: str) -> str:
    """Return the id that an interview of these two has, or what it begins with."""
    return f"{slug(candidate)}-{slug(interviewer)}"


def panel_interview_id(requisition: str, candidate: str, member: str) -> str:
    """Return the one id of an interview in a requisition, the same on every machine."""
    return f"{panel_prefix(requisition, candidate)}{member}"


def panel_prefix(requisition: str, candidate: str = "") -> str:
    """Return what the ids of a requisition's interviews begin with; dots keep them apart from all others."""
    return f"{requisition}.{slug(candidate)}." if candidate else f"{requisition}."


def dossier(requisition: str, candidate: str) -> str:
    """Return the stream about a candidate."""
    return f"{DOSSIER}{requisition}/{slug(candidate)}"


def identity(requisition: str, candidate: str) -> str:
    """Return the stream that says who a candidate is."""
    return f"{IDENTITY}{requisition}/{slug(candidate)}"
