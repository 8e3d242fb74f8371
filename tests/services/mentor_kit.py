"""A made-up learner and a made-up mentor who share a data folder, and a module with two stories to tell."""

from contextlib import contextmanager

from coach.exercises.star import Response
from coach.services import Services

MODULE = """
id: tales
title: Telling stories
summary: A course for tests.
audience: Testers.
competencies: [discovery]
sessions:
  - {id: first, title: First, minutes: 20}
  - {id: second, title: Second, minutes: 1}
"""

STEP = """
      - id: {id}
        type: star
        title: {title}
        rev: {rev}
        prompt: Tell me about **{title}**.
        rubric:
          - id: clarity
            title: Clarity
            anchors: {{1: One cannot follow., 3: One can follow., 5: One can tell it on.}}
          - id: honesty
            title: Honesty
            anchors: {{1: Blames others., 3: Names a mistake., 5: Names an own mistake.}}
        model:
          situation: In May 2025 a bakery chain dropped our offer, a week before the end of the quarter.
          task: I had to find out why, and what to change.
          action: >-
            I rang their chief financial officer and asked what had decided it. I wrote down every word. I
            found that we had never met her. I now meet every chief financial officer in the first week, and I
            note in the record what they asked.
          result: We lost 80,000 euros with it, and the next two deals of that size we won.
          why: One call and one new habit.
"""

SECOND = """
id: second
title: Second
goal: You can read.
lessons:
  - id: more
    title: More
    steps:
      - {id: read-more, type: reading, title: Read more, text: There is more.}
"""

COMPETENCIES = "competencies: [{id: discovery, title: Discovery, definition: Asks.}]"

SETTINGS = '[profiles]\nmira = "Mira"\nkim = "Kim"\n'

TOLD = "In May I lost the deal with Carrowmere Foods."


def write_tales(root, rev=1, second=SECOND):
    """Write the module into a folder of content and return the folder."""
    steps = STEP.format(id="lost", title="a lost deal", rev=rev)
    steps += STEP.format(id="won", title="a won deal", rev=1)
    first = f"id: first\ntitle: First\ngoal: You can.\nlessons:\n  - id: l\n    title: L\n    steps:{steps}"
    files = {
        "competencies.yaml": COMPETENCIES,
        "tales/module.yaml": MODULE,
        "tales/first.yaml": first,
        "tales/second.yaml": second,
    }
    for name, text in files.items():
        path = root / "curricula" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def write_settings(folder):
    """Give learner and mentor the names they are called by."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(SETTINGS, encoding="utf-8")


@contextmanager
def everybody(folders, clock, root):
    """Give services of anybody by their profile, each as a program of its own on the same data."""
    write_settings(folders.config)
    content = write_tales(root)
    made = []

    def person(profile):
        made.append(Services(folders, {}, content=content, clock=clock, profile=profile))
        return made[-1]

    yield person
    for one in made:
        one.close()


def story(text=TOLD, clarity=3, honesty=5):
    """A story that is told badly, with the learner's own ratings."""
    ratings = {"clarity": clarity, "honesty": honesty}
    return Response(situation=text, task="Sell it.", action="We tried.", result="No.", ratings=ratings)


def tell(services, index=0, text=TOLD, **ratings):
    """Answer a step; returns the id of the piece."""
    run = services.training.open("tales", "first")
    run.show(index)
    run.answer(index, story(text, **ratings))
    stream = f"training/{services.training.learner}"
    return f"{services.training.learner}/{services.log.read(stream)[-1].number}"
