"""Made-up notes on the questions of the shipped kit, one for each rating that the demonstration gives."""

from coach.locale import mark

NOTES: dict[str, dict[int, str]] = {
    "cold-start-customer": {
        2: mark("Rang down a list that marketing gave. “You just keep dialling.” No number."),
        3: mark("Chose dentists nearby, one mail to all. About thirty written to, two talks."),
        4: mark(
            "Picked firms that had just moved. Own wording for each, phone after mail. 40 tried, 5 talks."
        ),
        5: mark("Watched tenders, wrote to the losers. Phone, mail, a fair; 11 of 60 talked."),
    },
    "first-thirty-minutes": {
        2: mark("Would ask for budget, users and date, then show the product."),
        3: mark("Asks how stock is counted today and where it goes wrong."),
        4: mark("Asks what runs out, how often, and what a day of that costs."),
        5: mark(
            "From the headache to its cost, to who else suffers. Sums up and proposes a visit to one ward."
        ),
    },
    "last-demo": {
        2: mark("Took the usual slides and changed the logo. Eight people, roles not known."),
        3: mark("Rang one of them before. Left two parts out. “They will come back to us.”"),
        4: mark(
            "Asked three people what they wanted to see, showed only that. Ended with a date for a trial."
        ),
        5: mark(
            "Let the warehouse lead click herself. Two objections on the spot; trial agreed with a measure."
        ),
    },
    "four-reasons-not-to-buy": {
        2: mark("Would offer ten per cent, then answer the point with the boss."),
        3: mark("Would ask what the boss needs to say yes."),
        4: mark(
            "“The reasons change: is there a need at all?” Would then propose to stop or to meet the boss."
        ),
        5: mark("Names the pattern kindly, asks what happens if nothing changes, sets a limit for own time."),
    },
    "deal-you-lost": {
        2: mark("“I could have done more.” No example of what."),
        3: mark("Lost on not knowing the plant manager. Asks for all concerned now."),
        4: mark("Asked the buyer for twenty minutes afterwards. Own mistake: only one contact."),
        5: mark(
            "Went through the mails with a colleague, found the week it turned; won a similar one since."
        ),
    },
    "productive-relationship": {
        2: mark("“We just got on well.” One dinner a quarter."),
        3: mark("Sent a monthly list of late orders unasked."),
        4: mark("Found that returns hurt, brought support along; returns down by a third, contract renewed."),
        5: mark("A plan with figures for both sides, reviewed each quarter; three more sites since."),
    },
    "records-on-an-ordinary-day": {
        2: mark("Writes it down on Friday, “what I still know”."),
        3: mark("Notes after most calls, next step in the calendar."),
        4: mark("Notes within the hour, each open deal with a next step and a date."),
        5: mark("Same, and found from the records that second calls came too late; changed the week by it."),
    },
    "three-customers-at-nine": {
        2: mark("Starts with the largest because it is the largest; the small one waits."),
        3: mark("A line to all three first, then the offer."),
        4: mark(
            "Reports to support at once, offer by eleven, calls the small one before ten and says so to all."
        ),
        5: mark("All three at once: gives two away, says who waits and what would change the order."),
    },
}
