"""Requests of the layouts of a thirteenth set; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_DOGS = (("Ward", "Reports", "Fines"), ("Abbey", "61", "4"), ("Castle", "118", "9"), ("Wharf", "40", "0"))  # fmt: skip
_WAITS = (("Month", "Within 15 minutes", "Over an hour"), ("January", "412", "97"), ("February", "455", "61"))  # fmt: skip

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Dog fouling enforcement",
        "Can you tell me, for 2022/23:",
        Ask("how many reports of dog fouling there were and how many fines were issued, by ward", "The table has the reports and fines for every ward.", table=_DOGS),
        Ask("how many fines were paid", "11 of the 13 fines were paid."),
        Ask("what the patrols cost", "The patrols cost £38,900 in salaries."),
        Ask("the names of those fined", "We cannot release names: this is third party personal data, to which section 40(2) applies.", "s40(2)"),
    ),
    (
        "Ambulance handovers",
        "I am a journalist and request the following",
        Ask("The number of handovers within 15 minutes and over an hour in January and February 2023", "These numbers are tabled here.", table=_WAITS),
        Ask("The longest single handover in that time", "9 hours and 14 minutes."),
        Ask("Any internal emails on the causes of delays", "Such emails are exempt under section 36(2)(b)(i), in the opinion of our qualified person.", "s36(2)(b)(i)"),
    ),
    (
        "Stop and search of under-18s",
        "Please disclose figures on stop and search.",
        Ask("How many searches of people aged under 18 took place in 2022?", "In 2022 there were 1,844 searches of people under 18."),
        Ask("In how many was nothing found?", "In 1,391."),
        Ask("How many were strip searches?", "17 were strip searches, each with an appropriate adult present."),
        Ask("What intelligence were they based on?", "Intelligence is exempt by section 30(2) and will not be released.", "s30(2)"),
    ),
    (
        "Chapel and crematorium fees",
        "Under the Act I request these figures:",
        Ask("What is the fee for a cremation?", "£895 from April 2023."),
        Ask("How many cremations had no mourners?", "148 in the last full year."),
        Ask("What was paid for the new cremator?", "We paid £611,000 for two."),
    ),
    (
        "Computer security incidents",
        "We are researching cyber security in government and would appreciate answers.",
        Ask("How many phishing emails were reported by staff last year?", "2,906 phishing emails were reported."),
        Ask("How many incidents were notified to the Commissioner?", "Two."),
        Ask("Which anti-virus product do you use?", "To name the product would help an attacker. It is withheld under section 31(1)(a).", "s31(1)(a)"),
        Ask("When does the contract for it end?", "31 August 2025."),
    ),
    (
        "Footpath diversions",
        "I wish to have information about public rights of way",
        Ask("How many diversion orders are awaiting a decision?", "There are 83 orders awaiting a decision."),
        Ask("Which has waited the longest?", "Footpath 14 at Lower Swell, since 2007."),
        Ask("Legal advice on footpath 14", "The advice is privileged and excepted by regulation 12(5)(b).", "EIR 12(5)(b)"),
        Ask("The number of officers who deal with them", "1.6 full time equivalent posts."),
    ),
    (
        "Honorary degrees",
        "I’d be grateful to know:",
        Ask("who was offered an honorary degree in 2022", "A list of the eight people who accepted is on our web pages, and exempt under section 21.", "s21"),
        Ask("who declined one", "Those who declined were promised confidence, and section 41 applies.", "s41"),
        Ask("how much the ceremonies cost", "The four ceremonies cost £58,450."),
    ),
    (
        "Looted objects in the collection",
        "My questions concern the claims for return.",
        Ask("How many claims for return were received since 2000?", "Twenty-two claims were received."),
        Ask("How many objects were returned?", "Four objects, all in 2019."),
        Ask("The provenance file on the bronze lamp", "The file is not held by us; it was lost in the flood of 1968.", "not held"),
    ),
    (
        "Lost property on buses",
        "Questions on lost property:",
        Ask("How many items were handed in during 2023?", "31,077 items."),
        Ask("How many went back to their owners?", "6,512, about a fifth."),
        Ask("What did the sale of the rest bring in?", "The sale brought in £44,218."),
        Ask("Photographs of every item", "It would exceed the appropriate limit to retrieve the photographs: section 12(1) of the Act.", "s12(1)"),
    ),
    (
        "Councillors’ allowances",
        "Regarding elected members, I ask",
        Ask("What did each councillor claim for travel in 2022/23?", "The annual statement, which lists each claim, is attached."),
        Ask("Which councillors attended fewer than half of their meetings?", "Councillors Ashby, Penrose and Todd."),
        Ask("Has any councillor been in arrears of council tax?", "One councillor was in arrears; the name is withheld by virtue of section 40(2).", "s40(2)"),
    ),
)  # fmt: skip
_PARTED = (
    (
        "Nurse training places",
        "This is a request about the training of nurses.",
        Ask("In each of the last two years:", parts=(
            Ask("how many places were commissioned", "320 and 345."),
            Ask("how many were filled", "301 and 298."),
        )),
        Ask("In the coming year:", parts=(
            Ask("how many places are planned", "360 are planned."),
            Ask("what the budget for them is", "The budget has not been set, and no information is held.", "not held"),
        )),
        Ask("What is the drop-out rate?", "14.2%."),
    ),
    (
        "Interpreters in clinics",
        "Please complete this for interpreting:",
        Ask("Spoken languages:", parts=(
            Ask("What was the spend in 2022/23?", "£212,480."),
            Ask("What were the three most common languages?", "Polish, Romanian and Bengali."),
            Ask("Who is the supplier?", "Babelbridge Ltd."),
        )),
        Ask("Sign language:", parts=(
            Ask("How many bookings were made?", "1,066 bookings."),
            Ask("What rate per hour is paid?", "The rate is commercially confidential and is withheld under section 43(2).", "s43(2)"),
        )),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in (*_REQUESTS, *_PARTED)}
(DOGS, HANDOVERS, SEARCHES, FEES, CYBER, PATHS, DEGREES, LOOT, BUSES, MEMBERS, PLACES, TONGUES) = BY_TITLE  # fmt: skip


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
