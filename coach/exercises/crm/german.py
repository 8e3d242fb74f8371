"""Words of the command language in German; whatever the language, both these and the English are taken."""

VERBS = {
    "liste": "list",
    "auflisten": "list",
    "zeige": "show",
    "zeigen": "show",
    "neu": "new",
    "neue": "new",
    "neuer": "new",
    "neues": "new",
    "setze": "set",
    "setzen": "set",
    "ändere": "set",
    "ändern": "set",
    "konvertiere": "convert",
    "konvertieren": "convert",
    "rolle": "role",
    "anruf": "call",
    "lösche": "delete",
    "löschen": "delete",
    "wiederherstellen": "restore",
    "importiere": "import",
    "importieren": "import",
    "prognose": "forecast",
    "prüfe": "check",
    "prüfen": "check",
    "aufgabe": "task",
    "hilfe": "help",
    "rückgängig": "undo",
    "zurücksetzen": "reset",
    "fertig": "done",
    "abgeben": "done",
}
"""Commands."""

WORDS = {
    "einfügen": "insert",
    "aktualisieren": "update",
    "löschen": "delete",
    "primär": "primary",
    "keine": "none",
    "ja": "true",
    "nein": "false",
    "kontakt": "contact",
    "inhaber": "owner",
    "extern": "external",
}
"""Words that stand in commands beside names: what a file does, what is given, boxes."""

OBJECTS = {
    "kontakt": "contact",
    "kontakte": "contacts",
    "kontaktrolle": "contactrole",
    "kontaktrollen": "contactroles",
    "aufgabe": "task",
    "aufgaben": "tasks",
    "ereignis": "event",
    "ereignisse": "events",
}
"""Kinds of records in an org that has no German words of its own."""


def english(word: str) -> str:
    """Give the English word of the command language for one in either language, in small letters."""
    folded = word.casefold()
    return WORDS.get(folded, folded)
