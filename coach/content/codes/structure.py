"""Codes of making content out of YAML, and of single exercises."""

from coach.content.codes.entry import Explanation

CODES = (
    Explanation(
        code="C010",
        title="An id is used twice",
        why="Progress, answers and ratings are kept by id; with two of the same they get mixed up.",
        fix="Rename one. Lessons, steps, questions, options and items each need ids of their own; steps and "
        "lessons must differ within the whole module. The lesson id 'practice' is reserved.",
        bad="- id: opening\n  …\n- id: opening\n  …",
        good="- id: opening\n  …\n- id: closing\n  …",
    ),
    Explanation(
        code="C016",
        title="A file that nothing would use",
        why="Neither its place nor its keys say what it is, so it would be passed over silently.",
        fix="Put it where it belongs (curricula/<module>/, question_banks/, question_banks/kits/), with the "
        "ending .yaml.",
        bad="notes.yml with\nremember: buy paper",
        good="question_banks/sales.yaml with\nid: sales\n…",
    ),
    Explanation(
        code="C017",
        title="Id and file name differ",
        why="Content is found by its file's name; with another id inside it cannot be found by that.",
        fix="Make the id and the name of the file (for a module: of the folder) the same.",
        bad="# question_banks/sales.yaml\nid: selling",
        good="# question_banks/sales.yaml\nid: sales",
    ),
    Explanation(
        code="C020",
        title="An unknown key",
        why="A misspelt key would do nothing, and nobody would notice.",
        fix="Correct the spelling, or delete the key.",
        bad="titel: Ask for the decision",
        good="title: Ask for the decision",
    ),
    Explanation(
        code="C021",
        title="A key is missing",
        why="It is needed and there is nothing sensible to put in its place.",
        fix="Add it. Every option, for one, has a why: right or wrong alone teaches next to nothing.",
        bad="- id: sum\n  text: The sum",
        good="- id: sum\n  text: The sum\n  why: Nobody can approve an unknown sum.",
    ),
    Explanation(
        code="C022",
        title="A value of the wrong type",
        why="A text where a number is needed, or values that do not go together, cannot be used.",
        fix="Numbers, true and false stand without quotes; texts that look like them need quotes; a list has "
        "'- ' before each entry.",
        bad='minutes: "5 min"',
        good="minutes: 5",
    ),
    Explanation(
        code="C023",
        title="A value out of bounds",
        why="Ids are used in file names and records, and numbers have a sensible range.",
        fix="Write it as the message says.",
        bad="id: Cold Calls",
        good="id: cold-calls",
    ),
    Explanation(
        code="C024",
        title="A word that is none of the known ones",
        why="For this key only a few words mean something.",
        fix="Use one of the words in the message.",
        bad="kind: behavioral",
        good="kind: behavioural",
    ),
    Explanation(
        code="C025",
        title="A shared part that cannot be used",
        why="The exercise rests on data, rules or scenes in a file of their own; nothing works without them.",
        fix="Correct the name, or write the file curricula/shared/<folder>/<name>.yaml. What it should hold "
        "is in `coach schema curriculum`.",
        bad="org: carrowmere-fods",
        good="org: carrowmere-foods",
    ),
    Explanation(
        code="C031",
        title="No option is correct",
        why="Nobody could answer.",
        fix="Mark the right option with correct: true.",
        bad="options:\n  - {id: a, text: Yes, why: …}\n  - {id: b, text: No, why: …}",
        good="options:\n  - {id: a, text: Yes, why: …, correct: true}\n  - {id: b, text: No, why: …}",
    ),
    Explanation(
        code="C032",
        title="Several correct options where one may be chosen",
        why="Whoever picks the second right option is told to be wrong.",
        fix="Add several: true, or mark one option only.",
        bad="options:\n  - {id: a, …, correct: true}\n  - {id: b, …, correct: true}",
        good="several: true\noptions:\n  - {id: a, …, correct: true}\n  - {id: b, …, correct: true}",
    ),
)
