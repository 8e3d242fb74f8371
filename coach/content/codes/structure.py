"""Codes of making content out of YAML, and of single exercises."""

from coach.content.codes.entry import Explanation
from coach.locale import mark

CODES = (
    Explanation(
        code="C010",
        title=mark("An id is used twice"),
        why=mark("Progress, answers and ratings are kept by id; with two of the same they get mixed up."),
        fix=mark(
            "Rename one. Lessons, steps, questions, options and items each need ids of their own; steps and "
            "lessons must differ within the whole module. The lesson id 'practice' is reserved."
        ),
        bad="- id: opening\n  …\n- id: opening\n  …",
        good="- id: opening\n  …\n- id: closing\n  …",
    ),
    Explanation(
        code="C016",
        title=mark("A file that nothing would use"),
        why=mark("Neither its place nor its keys say what it is, so it would be passed over silently."),
        fix=mark(
            "Put it where it belongs (curricula/<module>/, question_banks/, question_banks/kits/), with the "
            "ending .yaml."
        ),
        bad=mark("notes.yml with\nremember: buy paper"),
        good=mark("question_banks/sales.yaml with\nid: sales\n…"),
    ),
    Explanation(
        code="C017",
        title=mark("Id and file name differ"),
        why=mark("Content is found by its file's name; with another id inside it cannot be found by that."),
        fix=mark("Make the id and the name of the file (for a module: of the folder) the same."),
        bad="# question_banks/sales.yaml\nid: selling",
        good="# question_banks/sales.yaml\nid: sales",
    ),
    Explanation(
        code="C020",
        title=mark("An unknown key"),
        why=mark("A misspelt key would do nothing, and nobody would notice."),
        fix=mark("Correct the spelling, or delete the key."),
        bad="titel: Ask for the decision",
        good="title: Ask for the decision",
    ),
    Explanation(
        code="C021",
        title=mark("A key is missing"),
        why=mark("It is needed and there is nothing sensible to put in its place."),
        fix=mark("Add it. Every option, for one, has a why: right or wrong alone teaches next to nothing."),
        bad="- id: sum\n  text: The sum",
        good="- id: sum\n  text: The sum\n  why: Nobody can approve an unknown sum.",
    ),
    Explanation(
        code="C022",
        title=mark("A value of the wrong type"),
        why=mark("A text where a number is needed, or values that do not go together, cannot be used."),
        fix=mark(
            "Numbers, true and false stand without quotes; texts that look like them need quotes; a list has "
            "'- ' before each entry."
        ),
        bad='minutes: "5 min"',
        good="minutes: 5",
    ),
    Explanation(
        code="C023",
        title=mark("A value out of bounds"),
        why=mark("Ids are used in file names and records, and numbers have a sensible range."),
        fix=mark("Write it as the message says."),
        bad="id: Cold Calls",
        good="id: cold-calls",
    ),
    Explanation(
        code="C024",
        title=mark("A word that is none of the known ones"),
        why=mark("For this key only a few words mean something."),
        fix=mark("Use one of the words in the message."),
        bad="kind: behavioral",
        good="kind: behavioural",
    ),
    Explanation(
        code="C025",
        title=mark("A shared part that cannot be used"),
        why=mark(
            "The exercise rests on data, rules or scenes in a file of their own; nothing works without them."
        ),
        fix=mark(
            "Correct the name, or write the file curricula/shared/<folder>/<name>.yaml. What it should hold "
            "is in `coach schema curriculum`."
        ),
        bad="org: carrowmere-fods",
        good="org: carrowmere-foods",
    ),
    Explanation(
        code="C031",
        title=mark("No option is correct"),
        why=mark("Nobody could answer."),
        fix=mark("Mark the right option with correct: true."),
        bad="options:\n  - {id: a, text: Yes, why: …}\n  - {id: b, text: No, why: …}",
        good="options:\n  - {id: a, text: Yes, why: …, correct: true}\n  - {id: b, text: No, why: …}",
    ),
    Explanation(
        code="C032",
        title=mark("Several correct options where one may be chosen"),
        why=mark("Whoever picks the second right option is told to be wrong."),
        fix=mark("Add several: true, or mark one option only."),
        bad="options:\n  - {id: a, …, correct: true}\n  - {id: b, …, correct: true}",
        good="several: true\noptions:\n  - {id: a, …, correct: true}\n  - {id: b, …, correct: true}",
    ),
)
