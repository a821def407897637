"""Requests of the unseen letters, which `later_logs.py` of the seen half prints too; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_HANDOVERS = (("Hospital", "Over 30 minutes", "Over 60 minutes"), ("Westmere General", "1,204", "388"), ("Holm Infirmary", "611", "97"), ("St Brannock", "240", "18"))  # fmt: skip
_TIPPING = (("Year", "Incidents", "Fines", "Prosecutions"), ("2020/21", "3,411", "58", "4"), ("2021/22", "3,902", "71", "6"), ("2022/23", "3,377", "66", "9"))  # fmt: skip

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Electric vehicle charge points",
        "Under FOI, I would like to know about charging on land that you own.",
        Ask("How many public charge points were in operation on 1 April 2023?", "There were 46 charge points (92 sockets)."),
        Ask("Who operates them?", "Voltway Networks"),
        Ask("How many faults were reported in 2022/23?", "118, of which 101 were repaired within five days."),
        Ask("What income was received?", "Income details belong to a live tender and are exempt from disclosure under section 43(2) of the Act.", "s43(2)"),
    ),
    (
        "Ambulance handover delays",
        "Could I please have these figures for the period December 2022 to February 2023:",
        Ask("Number of handovers that took longer than 30 and 60 minutes, by hospital", "The breakdown is as follows.", table=_HANDOVERS),
        Ask("The longest handover recorded, in hours and minutes", "7 hours 41 minutes"),
        Ask("Number of patients who came to serious harm while waiting", "Serious incidents are published in our board papers and so this is exempt under section 21.", "s21", link=("They are listed with the", "board papers", "https://www.westmere-amb.example/board")),
    ),
    (
        "Fly-tipping",
        "I'm a resident and should like some information about fly-tipping.",
        Ask("For the past three years, how many incidents, fines and prosecutions have there been?", "Figures for the three years are given here.", table=_TIPPING),
        Ask("What did clearance cost in 2022/23?", "£204,617"),
        Ask("Are covert cameras used, and if so where?", "Cameras are used. Their locations are withheld, section 31(1)(a) refers, as offenders would go elsewhere.", "s31(1)(a)"),
    ),
    (
        "Settlement agreements with staff",
        "Please provide, for each of the years 2021 and 2022:",
        Ask("the number of settlement agreements signed", "2021: 9; 2022: 7"),
        Ask("the total amount paid under them", "2021: £163,250; 2022: £98,400"),
        Ask("the highest single payment", "Disclosing a single payment could lead to a former member of staff being recognised, and section 40(2) is engaged.", "s40(2)"),
        Ask("the number that contained a confidentiality clause", "All of them did, in the standard form suggested by ACAS."),
    ),
    (
        "Dangerous dogs",
        "I want to ask about dogs seized under the Dangerous Dogs Act.",
        Ask("How many dogs were seized in 2022?", "64 dogs"),
        Ask("What breeds were they?", "48 were of the pit bull type; the others were cross breeds."),
        Ask("How much was spent on kennels?", "£71,905.20"),
        Ask("How many were returned to their owners within a month?", "This is not recorded in a form that can be searched, so no information is held.", "not held"),
    ),
    (
        "Contracts for cleaning",
        "Please answer the below with regard to cleaning services:",
        Ask("Name of contractor", "Brightmore Services Limited"),
        Ask("Annual value", "£318,000"),
        Ask("Expiry date", "31/03/2026"),
        Ask("Options to extend", "1 year + 1 year"),
        Ask("Who should be contacted about a new tender?", "Procurement Manager, procurement@holm.example"),
    ),
    (
        "Reading lists in Welsh",
        "",
        Ask("How many items on undergraduate reading lists are in Welsh?", "We do not hold this. Reading lists are kept by each school and do not record the language of an item.", "not held"),
    ),
    (
        "Cost of the Coronation weekend",
        "",
        Ask("How much was spent on events to mark the Coronation in May 2023?", "A total of £12,480 was spent, most of it on road closures and first aid."),
    ),
    (
        "Minutes of the harbour working group",
        "",
        Ask("Please send the minutes of every meeting of the harbour working group held in 2022.", "The group met three times. Its minutes are already available on our website and are exempt under section 21 of the Act.", "s21"),
    ),
    (
        "Correspondence with bus operators",
        "",
        Ask("Please disclose all correspondence with bus operators about fares between 2015 and 2023.", "To locate and extract it would take more than 18 hours. Section 12 therefore applies and we will not be processing the request further.", "s12"),
    ),
    (
        "Playground inspections",
        "I am asking about the play areas in your parks.",
        Ask("How many playgrounds do you maintain?", "We maintain 74 playgrounds."),
        Ask(
            "In the last calendar year:",
            parts=(
                Ask("how many inspections were carried out?", "888 inspections were carried out"),
                Ask("how many defects were rated high risk?", "23 defects were rated high risk"),
                Ask("how long did repairs take on average?", "Repairs took 12 days on average"),
            ),
        ),
        Ask("Have any claims for injury been settled since 2020?", "Two claims have been settled, for £4,150 and £900."),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
CHARGERS, HANDOVERS, TIPPING, SETTLEMENTS, DOGS, CLEANING, WELSH, CORONATION, MINUTES, BUSES, PLAYGROUNDS = BY_TITLE  # fmt: skip


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
