"""Codes of modules, sessions and steps."""

from coach.content.codes.entry import Explanation
from coach.locale import mark

CODES = (
    Explanation(
        code="C201",
        title=mark("An announced session has no file"),
        why=mark("Trainees would see it and could not open it."),
        fix=mark("Write the file <id>.yaml beside module.yaml, or correct the id in the header."),
        bad="sessions:\n  - {id: first-cals, title: First calls, minutes: 60}",
        good="sessions:\n  - {id: first-calls, title: First calls, minutes: 60}",
    ),
    Explanation(
        code="C202",
        title=mark("A session that is not announced"),
        why=mark("Nobody would ever see it."),
        fix=mark("Add it to sessions: in module.yaml, or delete the file."),
        bad=mark("first-calls.yaml without a line in module.yaml"),
        good="sessions:\n  - {id: first-calls, title: First calls, minutes: 60}",
    ),
    Explanation(
        code="C203",
        title=mark("Minutes do not add up"),
        why=mark("Trainees plan their day by the header."),
        fix=mark("Correct the header's minutes, or those of steps and practice."),
        bad=mark("header: minutes: 60\nsteps: 20 + 30 min"),
        good=mark("header: minutes: 60\nsteps: 20 + 40 min"),
    ),
    Explanation(
        code="C205",
        title=mark("A reading is too short or too long"),
        why=mark("Fewer than 120 words do not hold an idea with an example; more than 350 are not read."),
        fix=mark("Add a concrete example, or split the reading and put an exercise in between."),
        bad="text: Be brief.",
        good="text: |\n  Executives read on the move … (120 to 350 words, one idea, one example)",
    ),
    Explanation(
        code="C206",
        title=mark("An unknown competency"),
        why=mark("What is learnt or rated under a name that nobody defined counts for nothing."),
        fix=mark("Use an id from curricula/competencies.yaml, or define the competency there."),
        bad="competencies: [prospectng]",
        good="competencies: [prospecting]",
    ),
    Explanation(
        code="C207",
        title=mark("An exercise without an aim"),
        why=mark("Its result cannot be counted towards anything."),
        fix=mark("Name at least one competency, or a topic of the syllabus."),
        bad="- id: which-line\n  type: choice",
        good="- id: which-line\n  type: choice\n  competencies: [prospecting]",
    ),
    Explanation(
        code="C208",
        title=mark("Markup that is not shown as such"),
        why=mark(
            "Prose knows paragraphs, lists, quotes, **strong** and *emphasis*; other signs appear as typed."
        ),
        fix=mark("Say it with these. A heading becomes the step's title, a link a source."),
        bad="text: |\n  # Why\n  See [the report](https://example.org).",
        good="text: |\n  **Why:** the report named among the sources shows it.",
    ),
    Explanation(
        code="C209",
        title=mark("A source that is older than a year"),
        why=mark("Prices, rules and products change, and old facts are taught as true."),
        fix=mark("Look the source up again, correct the text if needed, and set as_of to today."),
        bad='sources:\n  - {title: Salary survey, as_of: "2019-05-01"}',
        good='sources:\n  - {title: Salary survey, as_of: "2026-10-01"}',
    ),
    Explanation(
        code="C210",
        title=mark("A learning path through something that does not exist"),
        why=mark("Whoever follows the path would never be led there, and nobody would notice."),
        fix=mark("Name a module by its id, or a session as module/session; `coach train list` shows them."),
        bad="paths:\n  - id: newcomer\n    …\n    steps: [executive-comunication]",
        good="paths:\n  - id: newcomer\n    …\n    steps: [executive-communication]",
    ),
    Explanation(
        code="C211",
        title=mark("The same part twice in a learning path"),
        why=mark(
            "Progress on the path would count it twice; a session also belongs to the whole of its module."
        ),
        fix=mark("Name each module once, or its sessions one by one."),
        bad="steps: [closing/first-offer, closing]",
        good="steps: [closing]",
    ),
    Explanation(
        code="C212",
        title=mark("A folder of sessions without module.yaml"),
        why=mark("Only a folder with this header is a module; the sessions in it would never be listed."),
        fix=mark("Write module.yaml (`coach new module` makes one to start from), or move the sessions."),
        bad="curricula/closing/first-offer.yaml",
        good="curricula/closing/module.yaml\ncurricula/closing/first-offer.yaml",
    ),
    Explanation(
        code="C213",
        title=mark("The right option is mostly the longest"),
        why=mark("People notice, and pick the longest option without thinking about the matter."),
        fix=mark(
            "Shorten right options, or write wrong ones with the same care. In at most 35 % of a "
            "module's choices may the longest option be right."
        ),
        bad="- {id: a, text: Send it.}\n- {id: b, text: Send it with the sum and a date., correct: true}",
        good="- {id: a, text: Send it with all its history.}\n- {id: b, text: Send the sum., correct: true}",
    ),
    Explanation(
        code="C214",
        title=mark("The right option mostly stands at the same place"),
        why=mark("People notice, and pick the place without thinking about the matter."),
        fix=mark("Move right options, or add shuffle: true to choices whose options may stand in any order."),
        bad="- {id: a, text: …, correct: true}   # the first, as in most other choices",
        good="shuffle: true",
    ),
    Explanation(
        code="C215",
        title=mark("A topic of the syllabus that nothing covers"),
        why=mark("The syllabus promises it, and nobody learns or is asked it."),
        fix=mark("Write a step or a question about it, or add its id to the topics of those that cover it."),
        bad="topics:\n  - {id: CR-06, title: Task list}   # in syllabus.yaml, and nowhere else",
        good="topics: [CR-06]   # in the step that teaches it",
    ),
    Explanation(
        code="C216",
        title=mark("A topic that the syllabus does not have"),
        why=mark("The step or question counts towards nothing, most likely by a slip of the pen."),
        fix=mark("Correct the id, or add the topic to syllabus.yaml."),
        bad="topics: [CR-60]",
        good="topics: [CR-06]",
    ),
)
