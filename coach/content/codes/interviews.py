"""Codes of how interview questions are worded, of what they must leave alone, and of countries' profiles."""

from coach.content.codes.entry import Explanation
from coach.locale import mark

CODES = (
    Explanation(
        code="C310",
        title=mark("A kit touches what its countries protect"),
        why=mark(
            "The question is not allowed where the kit is used, or would be held against whoever asks it."
        ),
        fix=mark(
            "Ask what the message names instead, of everybody alike, or leave it out. What is found goes by "
            "words only: if it is innocent, choose other words."
        ),
        bad="countries: [de]\nopening:\n  text: Did you find us, and do you have children?",
        good="countries: [de]\nopening:\n  text: The post has two days of travel a week. Can you do that?",
    ),
    Explanation(
        code="C311",
        title=mark("A question touches what some country protects"),
        why=mark("A kit for that country may take the question up, and somebody would ask it."),
        fix=mark("Ask what the message names instead, of everybody alike, or leave it out."),
        bad="text: Where are you originally from, and how did that help you to sell abroad?",
        good="text: Tell me about a sale to a customer in another country.",
    ),
    Explanation(
        code="C312",
        title=mark("A leading question"),
        why=mark("It says which answer is wanted. Most people give it, and nobody learns anything."),
        fix=mark("Ask with how, what or when, and do not judge in the question."),
        bad="text: Don't you think that a seller should call back the same day?",
        good="text: Tell me about a customer who was waiting for your call. What did you do?",
    ),
    Explanation(
        code="C313",
        title=mark("Two questions in one"),
        why=mark("Candidates answer one of them, not all the same one, and one rating stands for both."),
        fix=mark("Keep the first and make the second a probe, or put it on a line of its own."),
        bad="text: Why did you lose the deal, and what did you do next?",
        good="text: Why did you lose the deal?\nprobes: [What did you do next?, …]",
    ),
    Explanation(
        code="C314",
        title=mark("A question that yes or no answers"),
        why=mark("A yes cannot be rated on anchors, and whoever talks more gets more."),
        fix=mark("Ask for what the candidate did, or would do."),
        bad="text: Are you comfortable with calling people you do not know?",
        good="text: Tell me about the last time you called somebody you did not know.",
    ),
    Explanation(
        code="C315",
        title=mark("A riddle"),
        why=mark("Brainteasers say little about how somebody works; they make the interviewer feel clever."),
        fix=mark("Ask about a task of the job, or give a small piece of it to do."),
        bad="text: How many golf balls fit into a bus?",
        good="text: How would you estimate how many companies in this town could buy from us?",
    ),
    Explanation(
        code="C316",
        title=mark("Anchors that cannot be told apart"),
        why=mark("Between 'good' and 'very good' each interviewer draws the line elsewhere."),
        fix=mark("Say what somebody at the higher level does that somebody at the lower level does not."),
        bad="anchors:\n  3: Prepares well.\n  5: Prepares very well.",
        good="anchors:\n  3: Prepares by the customer's website.\n  5: Prepares by a talk with the buyer.",
    ),
    Explanation(
        code="C317",
        title=mark("An unknown country"),
        why=mark("Its profile makes the do-not-ask card; without it nobody is told what not to ask there."),
        fix=mark("Correct the id, or write the profile question_banks/countries/<id>.yaml."),
        bad="countries: [ger]",
        good="countries: [de]",
    ),
    Explanation(
        code="C318",
        title=mark("An old profile of a country"),
        why=mark("Law changes, and an interview would go by what was the law once."),
        fix=mark("Go through topics, periods and sources again, and correct as_of."),
        bad='as_of: "2020-01-31"',
        good='as_of: "2026-11-01"',
    ),
    Explanation(
        code="C319",
        title=mark("An example of a topic goes wrong"),
        why=mark(
            "The words miss what they should notice, or warn of everyday talk until nobody listens any more."
        ),
        fix=mark("Add a pattern, make one narrower, or correct the example."),
        bad="words: [married]\nleaves: [She married two data sets.]",
        good="words: [(are|is) (you|she|he) married]\nleaves: [She married two data sets.]",
    ),
    Explanation(
        code="C320",
        title=mark("A pattern of a topic cannot be read"),
        why=mark("The whole topic would be noticed nowhere."),
        fix=mark(
            "Write words as they follow one another. A star ends or begins a word, (one|two) chooses, "
            "very? may be missing, # is a number, ... up to three words."
        ),
        bad="words: [(married|has children) already]",
        good="words: [married already, has children already]",
    ),
    Explanation(
        code="C321",
        title=mark("A retention profile without one period"),
        why=mark("No delete-by date follows from none, and two dates from two."),
        fix=mark("Write months: or days:, and not both."),
        bad="- id: usual\n  counted_from: decision\n  months: 6\n  days: 14\n  …",
        good="- id: usual\n  counted_from: decision\n  months: 6\n  …",
    ),
    Explanation(
        code="C322",
        title=mark("A topic without words"),
        why=mark("It stands on the card, but no question and no note would ever be noticed."),
        fix=mark("Correct the id, or write the topic's words in question_banks/shared/topics.yaml."),
        bad="topics:\n  - id: familly\n    …",
        good="topics:\n  - id: family\n    …",
    ),
    Explanation(
        code="C323",
        title=mark("A country that protects nothing"),
        why=mark(
            "Some profiles hold only how long records are kept, and the do-not-ask card would stay empty."
        ),
        fix=mark("Name a country with topics beside it, or write topics into the profile."),
        bad="countries: [nl]",
        good="countries: [nl, de]",
    ),
)
