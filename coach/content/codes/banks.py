"""Codes of question banks and kits."""

from coach.content.codes.entry import Explanation
from coach.locale import mark

CODES = (
    Explanation(
        code="C301",
        title=mark("Anchors 1, 3 and 5 are needed"),
        why=mark("Without a described behaviour at both ends and in the middle, people rate by feeling."),
        fix=mark("Describe what a candidate at that level says or does. Anchors 2 and 4 are optional."),
        bad="anchors:\n  1: Names no example.\n  5: Names one with figures.",
        good="anchors:\n  1: Names no example.\n  3: Names one.\n  5: Names one with figures.",
    ),
    Explanation(
        code="C302",
        title=mark("Too few probes"),
        why=mark("Each interviewer would ask on in another way, and answers could not be compared."),
        fix=mark("Write two to four probes that ask for the situation, the action or the result."),
        bad="probes: [What happened?]",
        good="probes: [What was your own part?, How did it end?]",
    ),
    Explanation(
        code="C303",
        title=mark("An unknown bank"),
        why=mark("Without its bank a kit has no questions."),
        fix=mark("Correct the id, or mend the bank."),
        bad="bank: account-exec",
        good="bank: account-executive",
    ),
    Explanation(
        code="C304",
        title=mark("A question that the bank does not have"),
        why=mark("An interview with this kit could not be held as planned."),
        fix=mark("Correct the id, or write the question in the bank; a question with errors does not count."),
        bad="questions:\n  - id: react-to-failur",
        good="questions:\n  - id: react-to-failure",
    ),
    Explanation(
        code="C305",
        title=mark("The kit is longer than its slot"),
        why=mark("The last questions would be hurried or dropped, and not for every candidate alike."),
        fix=mark("Lengthen the slot, shorten the minutes of questions, or drop one."),
        bad="minutes: 30  # 5 + 28 + 5 are planned",
        good="minutes: 45",
    ),
    Explanation(
        code="C306",
        title=mark("Too many or too few competencies"),
        why=mark("Guides on structured interviews advise five to eight; more are not rated with care."),
        fix=mark("Keep those that the job analysis puts first, or split the kit into two interviews."),
        bad=mark("competencies: nine of them"),
        good=mark("competencies: six of them"),
    ),
    Explanation(
        code="C307",
        title=mark("A competency that no question asks for"),
        why=mark("It could only be guessed."),
        fix=mark("Add a question for it, or drop it from the kit."),
        bad="competencies: [{id: listening}]  # and no question for it",
        good="competencies: [{id: prospecting}]",
    ),
    Explanation(
        code="C308",
        title=mark("A question for a competency that the kit does not rate"),
        why=mark("Its answer would cost time and not count."),
        fix=mark("Add the competency to the kit, or drop the question."),
        bad="competencies: [{id: prospecting}]\nquestions: [{id: a-question-about-listening}]",
        good="competencies: [{id: prospecting}, {id: listening}]\nquestions: […]",
    ),
    Explanation(
        code="C309",
        title=mark("Unequal weights without a reason"),
        why=mark(
            "Equal weights are the rule; whoever departs from it must be able to say why, years later too."
        ),
        fix=mark("Write weight_reason: from the job analysis, or weigh all competencies the same."),
        bad="competencies:\n  - {id: prospecting, weight: 3}\n  - {id: listening}",
        good="weight_reason: The job analysis of May puts prospecting first.\ncompetencies:\n  - …",
    ),
)
