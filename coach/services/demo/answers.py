"""What a made-up candidate is said to have answered to the shipped kit."""

from coach.core.record import Record
from coach.locale import mark


class Told(Record):
    """What a made-up candidate is said to have answered, and how it was rated; ``None`` is not assessed."""

    note: str
    rating: int | None
    probes: tuple[int, ...] = ()


ANSWERS = {
    "cold-start-customer": Told(
        note=mark(
            "Chose 40 logistics firms by funding news. Own wording for each, phone and mail.\n"
            "“Six answered, two met me.” Does not say what was changed by it."
        ),
        rating=4,
        probes=(0, 3),
    ),
    "first-thirty-minutes": Told(
        note=mark(
            "Would ask how orders are placed today and where it hurts.\n"
            "On “a headache”: asks what it costs in a month. No question about who decides."
        ),
        rating=4,
        probes=(1,),
    ),
    "last-demo": Told(
        note=mark(
            "Rang two of the five people beforehand, showed only the returns process.\n"
            "“They mostly watched.” Ended with: they will think about it."
        ),
        rating=3,
        probes=(0, 3),
    ),
    "four-reasons-not-to-buy": Told(
        note=mark(
            "“If the boss agreed, would you sign?” asked at once.\n"
            "“Your reasons keep changing; is there a need at all?” Would stop after a third date."
        ),
        rating=4,
        probes=(0, 2),
    ),
    "deal-you-lost": Told(
        note=mark(
            "Lost to the existing supplier. First: “the price”. On asking: never met the plant manager.\n"
            "Now asks for everyone concerned before the offer."
        ),
        rating=3,
        probes=(1, 2),
    ),
    "productive-relationship": Told(
        note=mark(
            "Customer wanted fewer complaints; sent a monthly list unasked.\n"
            "Complaints from 30 to 12 a month, contract longer by two years. Support and plant took part."
        ),
        rating=5,
        probes=(2, 3),
    ),
    "records-on-an-ordinary-day": Told(
        note=mark("Writes calls down in the evening, “most of them”. Next steps in a notebook."),
        rating=2,
        probes=(1,),
    ),
    "three-customers-at-nine": Told(note="", rating=None),
}
"""By question id. A question that is not here is not assessed."""

OUT_OF_TIME = mark("Time ran out")
"""Why a question without a rating is left out."""

DISCLAIMER = mark("Made up for the demonstration; nobody said this.")
