"""Requests of layouts of the eleventh set; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_PUMPS = (("Station", "Pumps", "Crew"), ("Wickham Cross", "3", "44"), ("Salt Quay", "2", "28"), ("Thornlea", "1", "12"))  # fmt: skip
_FINES = (("Route", "Notices", "Paid"), ("M1 spur", "2,204", "1,911"), ("Ring road", "874", "702"))  # fmt: skip

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Fire engines out of service",
        "I'd appreciate it if I could have data on appliances.",
        Ask("How many pumps and crew does each station have?", "Pumps and crew at each station are these.", table=_PUMPS),
        Ask("On how many days in 2023 was no pump available at Thornlea?", "On 41 days."),
        Ask("What is the age of the oldest pump?", "Nineteen years"),
        Ask("The reasons why each driver was off sick", "Reasons for sickness are personal data of the staff concerned and are exempt by section 40(2).", "s40(2)"),
    ),
    (
        "Hoax calls",
        "Kindly provide:",
        Ask("the number of hoax calls in each of 2022 and 2023", "2022: 377. 2023: 402."),
        Ask("the number of people cautioned for them", "11 people were cautioned."),
        Ask("recordings of the calls", "Recordings are destroyed after 90 days, and so none is held.", "not held"),
    ),
    (
        "Speed cameras on the ring road",
        "Would you please answer these on speed cameras:",
        Ask("How many notices were sent, and how many paid?", "The numbers are tabulated.", table=_FINES),
        Ask("What is the threshold at which a notice is sent?", "We decline to give the threshold. Section 31(1)(a) covers it, as drivers would travel up to that speed.", "s31(1)(a)"),
        Ask("Who supplied the cameras?", "Vialux Traffic GmbH"),
        Ask("When were they last calibrated?", "On 2 February 2024."),
    ),
    (
        "Taxi ranks for disabled passengers",
        "My questions are about ranks in the town centre.",
        Ask("How many ranks have a dropped kerb?", "Twelve of the fifteen ranks have one."),
        Ask("What was spent on ranks in 2023/24?", "£27,140.12 was spent."),
        Ask("How many drivers were warned for refusing a wheelchair?", "Six drivers were warned, and one lost his licence."),
        Ask("A copy of the survey of 2021", "A copy is attached."),
    ),
    (
        "Waiting times for hearing aids",
        "In respect of audiology please state:",
        Ask("the median wait for a first fitting", "17 weeks"),
        Ask("the longest wait in 2023", "61 weeks"),
        Ask("the number of audiologists in post", "8.6 whole-time equivalent"),
        Ask("the price paid for each aid", "The price is withheld since it would prejudice the commercial interests of the supplier: section 33(1)(b) of FOISA.", "FOISA 33(1)(b)"),
    ),
    (
        "Vice-Chancellor’s travel",
        "Please disclose, for the academic year 2022-23,",
        Ask("The total cost of flights", "£21,604"),
        Ask("The destinations", "Singapore, Boston, Oslo and Nairobi."),
        Ask("The hotels in which he stayed", "To name hotels that are used again would put safety at risk; section 38(1)(b) applies.", "s38(1)(b)"),
    ),
    (
        "Records of the harbour police",
        "I would be obliged for a decision on each of these:",
        Ask("Release of the pocket book of 1951", "The pocket book can be released, and a copy may be ordered from us."),
        Ask("Release of the letters to the Admiralty", "The letters are withheld: they contain information received from another state, to which section 27(1)(a) applies.", "s27(1)(a)"),
        Ask("The number of pages in the whole collection", "We counted 1,344 pages."),
    ),
    (
        "Lifts out of order at stations",
        "Could you tell me about lifts?",
        Ask("How many lifts are there on the network?", "There are 231 lifts."),
        Ask("What was the number of hours for which lifts were out of order in 2023?", "14,808 hours"),
        Ask("Which contractor repairs them?", "Ascender Services plc."),
        Ask("All fault reports for every lift since 2010", "To collate these would take about 90 hours. We refuse it under section 12 of the Act.", "s12"),
    ),
    (
        "Empty homes brought back into use",
        "Will you please give me information on empty homes?",
        Ask("How many homes were empty on 31 March 2024?", "214 homes were empty."),
        Ask("How many were brought back into use in the year?", "Fifty-eight."),
        Ask("The addresses of all empty homes", "Addresses are exempt under s31(1)(a): empty homes draw squatters and thieves.", "s31(1)(a)"),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
PUMPS, HOAXES, CAMERAS, RANKS, HEARING, TRAVEL, HARBOUR, LIFTS, HOMES = BY_TITLE


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
