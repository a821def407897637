"""Requests of the layouts of the fourteenth set, of both halves; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_TREES = (("Ward", "Felled", "Planted"), ("Elmhurst", "41", "12"), ("Parkside", "9", "60"), ("Quarry", "77", "0"))  # fmt: skip

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Street trees felled",
        "May I please have the following in relation to street trees:",
        Ask("How many street trees were felled and planted in each ward in 2023?", "The ward totals are set out here.", table=_TREES),
        Ask("What was the reason for each felling?", "Disease in 94 cases, and damage to pavements in 33."),
        Ask("The minutes of the meetings with the contractor", "The minutes are attached with names removed under section 40(2).", "s40(2)"),
        Ask("How much was the contractor paid?", "£412,606 in the year 2022/23."),
    ),
    (
        "Use of drones at football matches",
        "I would like details of drone deployments.",
        Ask("At how many matches was a drone flown?", "A drone was flown at 27 matches."),
        Ask("What did each flight cost?", "Flights are made by officers on duty, and no separate cost is held.", "not held"),
        Ask("Flight logs for the match of 4 March", "Flight logs would reveal tactics. They are exempt by section 31(1)(a) and (b).", "s31(1)(a)"),
    ),
    (
        "Missed outpatient appointments",
        "I am asking for figures on missed appointments for a news story.",
        Ask("How many outpatient appointments were missed in 2022/23?", "41,288 appointments were missed."),
        Ask("Which specialty had the most?", "Ophthalmology, with 6,904."),
        Ask("What is each thought to cost?", "We work with a figure of £120."),
        Ask("Postcodes of the patients concerned", "Full postcodes would identify patients; section 40(2) and section 41 are engaged.", "s40(2)"),
    ),
    (
        "Investment in tobacco companies",
        "With regard to the endowment, please answer:",
        Ask("Does the University hold shares in tobacco companies?", "It holds none."),
        Ask("When was the last such holding sold?", "In November 2016."),
        Ask("Correspondence with fund managers about it", "To search the correspondence would take 41 hours, which is over the limit in section 12.", "s12"),
    ),
    (
        "Parking permits for staff",
        "Could you please let me know",
        Ask("the number of parking permits issued to staff", "1,902 permits are in issue."),
        Ask("the price of a permit", "£31 a month for full-time staff."),
        Ask("the number of fines", "We do not fine staff."),
        Ask("names of directors with a reserved space", "No director has a reserved space."),
    ),
    (
        "Flooding at Weirside",
        "I’m looking for environmental information on the flood.",
        Ask("At what time was the sluice opened?", "The sluice was opened at 03:40."),
        Ask("Who took the decision?", "The duty engineer took it."),
        Ask("Photographs of the embankment", "We have put eleven photographs on our website."),
        Ask("The draft report of the inquiry", "A draft is material in the course of completion: regulation 12(4)(d) of the EIR.", "EIR 12(4)(d)"),
    ),
    (
        "Interim managers",
        "Please supply information about interim managers:",
        Ask("How many interim managers were engaged in 2023?", "Nineteen were engaged."),
        Ask("What was the highest day rate?", "£1,150 a day."),
        Ask("Which agencies supplied them?", "Fernhill Executive and Brook Partners."),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
TREES, DRONES, MISSED, SHARES, PERMITS, FLOOD, INTERIMS = BY_TITLE


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
