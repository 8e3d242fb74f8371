"""Codes of question banks and kits."""

from coach.content.codes.entry import Explanation

CODES = (
    Explanation(
        code="C301",
        title="Anchors 1, 3 and 5 are needed",
        why="Without a described behaviour at both ends and in the middle, people rate by feeling.",
        fix="Describe what a candidate at that level says or does. Anchors 2 and 4 are optional.",
        bad="anchors:\n  1: Names no example.\n  5: Names one with figures.",
        good="anchors:\n  1: Names no example.\n  3: Names one.\n  5: Names one with figures.",
    ),
    Explanation(
        code="C302",
        title="Too few probes",
        why="Each interviewer would ask on in another way, and answers could not be compared.",
        fix="Write two to four probes that ask for the situation, the action or the result.",
        bad="probes: [What happened?]",
        good="probes: [What was your own part?, How did it end?]",
    ),
    Explanation(
        code="C303",
        title="An unknown bank",
        why="Without its bank a kit has no questions.",
        fix="Correct the id, or mend the bank.",
        bad="bank: account-exec",
        good="bank: account-executive",
    ),
    Explanation(
        code="C304",
        title="A question that the bank does not have",
        why="An interview with this kit could not be held as planned.",
        fix="Correct the id, or write the question in the bank; a question with errors does not count.",
        bad="questions:\n  - id: react-to-failur",
        good="questions:\n  - id: react-to-failure",
    ),
    Explanation(
        code="C305",
        title="The kit is longer than its slot",
        why="The last questions would be hurried or dropped, and not for every candidate alike.",
        fix="Lengthen the slot, shorten the minutes of questions, or drop one.",
        bad="minutes: 30  # 5 + 28 + 5 are planned",
        good="minutes: 45",
    ),
    Explanation(
        code="C306",
        title="Too many or too few competencies",
        why="Guides on structured interviews advise five to eight; more are not rated with care.",
        fix="Keep those that the job analysis puts first, or split the kit into two interviews.",
        bad="competencies: nine of them",
        good="competencies: six of them",
    ),
    Explanation(
        code="C307",
        title="A competency that no question asks for",
        why="It could only be guessed.",
        fix="Add a question for it, or drop it from the kit.",
        bad="competencies: [{id: listening}]  # and no question for it",
        good="competencies: [{id: prospecting}]",
    ),
    Explanation(
        code="C308",
        title="A question for a competency that the kit does not rate",
        why="Its answer would cost time and not count.",
        fix="Add the competency to the kit, or drop the question.",
        bad="competencies: [{id: prospecting}]\nquestions: [{id: a-question-about-listening}]",
        good="competencies: [{id: prospecting}, {id: listening}]\nquestions: […]",
    ),
    Explanation(
        code="C309",
        title="Unequal weights without a reason",
        why="Equal weights are the rule; whoever departs from it must be able to say why, years later too.",
        fix="Write weight_reason: from the job analysis, or weigh all competencies the same.",
        bad="competencies:\n  - {id: prospecting, weight: 3}\n  - {id: listening}",
        good="weight_reason: The job analysis of May puts prospecting first.\ncompetencies:\n  - …",
    ),
)
