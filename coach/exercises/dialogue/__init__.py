"""Hold a conversation with a persona: what is said builds trust or costs patience, and leads on."""

from coach.core.dialogue.script import Scene
from coach.exercises.base import Kind, Part
from coach.locale import mark

from .grading import grade, solution
from .lint import CODES, findings
from .paper import printed
from .plain import ask, read, say, turn
from .proof import CODES as PROOF_CODES
from .proof import proof, report
from .spec import NAME, Response, Spec

__all__ = ["KIND", "NAME", "Response", "Spec"]

KIND = Kind(
    name=NAME,
    summary=mark("Hold a conversation, and see what each sentence is worth."),
    spec=Spec,
    response=Response,
    ask=ask,
    read=read,
    say=say,
    solution=solution,
    grade=grade,
    printed=printed,
    findings=findings,
    codes=CODES | PROOF_CODES,
    proof=proof,
    report=report,
    turn=turn,
    scenario=True,
    parts={"scenes": Part(folder="scenes", kind=Scene)},
)
