"""Small conversations to try things with."""

import msgspec

from coach.core.dialogue.plot import Plot
from coach.core.dialogue.script import Script

PERSONA = {
    "name": "Aoife Tierney",
    "role": "CFO",
    "style": "driver",
    "about": "Decides by figures.",
    "start": {"trust": 50, "patience": 5},
}
ENDINGS = [
    {"id": "won", "title": "Won", "text": "Yes.", "won": True},
    {"id": "over", "title": "Over", "text": "Enough.", "impatient": True},
]


def option(name, goto="END.won", **more):
    return {"id": name, "text": f"I say {name}.", "why": f"Because of {name}.", "goto": goto, **more}


def script(nodes, **more):
    given = {
        "id": "talk",
        "prompt": "You ring her.",
        "persona": PERSONA,
        "objectives": [{"id": "aim", "title": "Aim", "why": "It counts.", "cap": 40}],
        "endings": ENDINGS,
        "nodes": nodes,
        **more,
    }
    return msgspec.convert(given, Script)


def plot(nodes, **more):
    return Plot(script(nodes, **more))
