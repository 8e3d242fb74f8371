"""Codes of sample answers."""

from coach.content.codes.entry import Explanation
from coach.locale import mark

CODES = (
    Explanation(
        code="C330",
        title=mark("Sample answers to an unknown bank"),
        why=mark("Without its bank a sample has neither a question nor anchors to be rated by."),
        fix=mark("Correct the id, or mend the bank."),
        bad="bank: account-exec",
        good="bank: account-executive",
    ),
    Explanation(
        code="C331",
        title=mark("A sample answer to a question that the bank does not have"),
        why=mark("Nobody would meet it; a question with errors does not count."),
        fix=mark("Correct the id of the question, or mend the question."),
        bad="question: react-to-failur",
        good="question: react-to-failure",
    ),
    Explanation(
        code="C332",
        title=mark("Sample answers at too few levels"),
        why=mark("Whoever gives the same rating to everything would look accurate and learn nothing."),
        fix=mark("Write answers at other levels; from four samples on, at least three of the five."),
        bad=mark("samples: two answers rated 4"),
        good=mark("samples: one answer rated 4, one rated 2"),
    ),
    Explanation(
        code="C333",
        title=mark("A sample answer that is too short or too long"),
        why=mark("A few words hold too little evidence to rate, and a long text is read without care."),
        fix=mark("Write 80 to 200 words, about as much as somebody says in a minute."),
        bad="text: I called them, and it went well.",
        good=mark("text: what was the case, what the candidate did, what came of it, in 80 to 200 words"),
    ),
    Explanation(
        code="C334",
        title=mark("A rationale that does not quote the answer"),
        why=mark("The rating must be seen in the words, as an interviewer has to show it in the debrief."),
        fix=mark("Put the words that decided between quotation marks, exactly as the answer has them."),
        bad=mark("rationale: A good answer, but not quite a 5."),
        good=mark(
            "rationale: Chose by a criterion, “firms that had just hired a second dispatcher”, so 3 is met."
        ),
    ),
)
