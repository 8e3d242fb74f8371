"""Codes of modules, sessions and steps."""

from coach.content.codes.entry import Explanation

CODES = (
    Explanation(
        code="C201",
        title="An announced session has no file",
        why="Trainees would see it and could not open it.",
        fix="Write the file <id>.yaml beside module.yaml, or correct the id in the header.",
        bad="sessions:\n  - {id: first-cals, title: First calls, minutes: 60}",
        good="sessions:\n  - {id: first-calls, title: First calls, minutes: 60}",
    ),
    Explanation(
        code="C202",
        title="A session that is not announced",
        why="Nobody would ever see it.",
        fix="Add it to sessions: in module.yaml, or delete the file.",
        bad="first-calls.yaml without a line in module.yaml",
        good="sessions:\n  - {id: first-calls, title: First calls, minutes: 60}",
    ),
    Explanation(
        code="C203",
        title="Minutes do not add up",
        why="Trainees plan their day by the header.",
        fix="Correct the header's minutes, or those of steps and practice.",
        bad="header: minutes: 60\nsteps: 20 + 30 min",
        good="header: minutes: 60\nsteps: 20 + 40 min",
    ),
    Explanation(
        code="C205",
        title="A reading is too short or too long",
        why="Fewer than 120 words do not hold an idea with an example; more than 350 are not read.",
        fix="Add a concrete example, or split the reading and put an exercise in between.",
        bad="text: Be brief.",
        good="text: |\n  Executives read on the move … (120 to 350 words, one idea, one example)",
    ),
    Explanation(
        code="C206",
        title="An unknown competency",
        why="What is learnt or rated under a name that nobody defined counts for nothing.",
        fix="Use an id from curricula/competencies.yaml, or define the competency there.",
        bad="competencies: [prospectng]",
        good="competencies: [prospecting]",
    ),
    Explanation(
        code="C207",
        title="An exercise without an aim",
        why="Its result cannot be counted towards anything.",
        fix="Name at least one competency, or a topic of the syllabus.",
        bad="- id: which-line\n  type: choice",
        good="- id: which-line\n  type: choice\n  competencies: [prospecting]",
    ),
    Explanation(
        code="C208",
        title="Markup that is not shown as such",
        why="Prose knows paragraphs, lists, quotes, **strong** and *emphasis*; other signs appear as typed.",
        fix="Say it with these. A heading becomes the step's title, a link a source.",
        bad="text: |\n  # Why\n  See [the report](https://example.org).",
        good="text: |\n  **Why:** the report named among the sources shows it.",
    ),
    Explanation(
        code="C209",
        title="A source that is older than a year",
        why="Prices, rules and products change, and old facts are taught as true.",
        fix="Look the source up again, correct the text if needed, and set as_of to today.",
        bad='sources:\n  - {title: Salary survey, as_of: "2019-05-01"}',
        good='sources:\n  - {title: Salary survey, as_of: "2026-10-01"}',
    ),
)
