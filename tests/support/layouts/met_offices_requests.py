"""Requests of the layouts of an eleventh set; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_DRONES = (("Quarter", "Flights", "Hours flown"), ("Q1", "61", "44"), ("Q2", "85", "70"), ("Q3", "79", "58"))  # fmt: skip
_BEDS = (("Site", "Adult beds", "Children’s beds"), ("Marsh Road", "412", "36"), ("Quayside", "188", "0"))  # fmt: skip

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Drone flights by the force",
        "I am contacting you for some facts on drones.",
        Ask("How many drones does the force own?", "The force owns nine drones."),
        Ask("What did the force pay for them in total?", "£118,460 excluding VAT."),
        Ask("How many flights were there in each quarter of 2023?", "Flights by quarter were as follows.", table=_DRONES),
        Ask("At which events are drones to be flown next summer?", "This is exempt from disclosure under section 31(1)(b), as it would let a person plan around our deployments.", "s31(1)(b)"),
    ),
    (
        "Mobile phones seized from prisoners in transit",
        "Under the Act would you tell me:",
        Ask("How many phones were seized in 2022 and 2023?", "17 in 2022 and 23 in 2023."),
        Ask("How many of the seizures led to a charge?", "Nine did."),
        Ask("What models were they?", "The model of a phone is not recorded, so we hold no information on this point.", "not held"),
    ),
    (
        "Beds and their occupation",
        "Please let me have the following for the hospitals that you run:",
        Ask("The number of beds at each site", "The number of beds is shown by site.", table=_BEDS),
        Ask("The average occupation of adult beds in January 2024", "94.6%"),
        Ask("The number of days on which a ward was closed to admissions", "Wards were closed on 31 days."),
        Ask("Minutes of the meetings at which closures were agreed", "The minutes are on our website and so are exempt under section 21.", "s21"),
    ),
    (
        "Parking charges for staff",
        "This concerns car parks used by employees.",
        Ask("What does a member of staff pay each month?", "Between £14 and £31, depending on salary."),
        Ask("What was raised from these charges in 2023-24?", "£206,918.40"),
        Ask("How many staff are on the waiting list for a permit?", "512 at the time of writing."),
        Ask("Which firm runs the car parks, and what is it paid?", "Kestrel Parking Ltd runs them. Its fee is withheld under section 43(2), being commercially sensitive.", "s43(2)"),
    ),
    (
        "Use of plagiarism software",
        "For a dissertation I should like to learn:",
        Ask("Which product is used to detect plagiarism?", "The product is called TextMatch."),
        Ask("What does the licence cost in a year?", "£38,250."),
        Ask("How many cases of misconduct were found by it in 2022/23?", "274 cases, of which 190 were upheld."),
        Ask("The names of students expelled", "We refuse this part. Names of students are personal data, exempt by section 40(2) of the Act.", "s40(2)"),
    ),
    (
        "Rent arrears of market traders",
        "I would like sight of figures on the covered market, namely:",
        Ask("the total arrears on 1 April 2024", "£44,012.77 was outstanding on that day."),
        Ask("the number of traders in arrears", "Eighteen traders."),
        Ask("the amount written off since 2020", "£6,930 has been written off."),
        Ask("the trader who owes most", "The authority does not disclose this as it is confidential (section 41).", "s41"),
    ),
    (
        "Gaelic road signs",
        "I am interested in bilingual signs on trunk roads.",
        Ask("How many signs are bilingual?", "There are 1,806 bilingual signs."),
        Ask("What was the additional cost of them in 2023?", "We hold no separate figure for the additional cost. Under section 17 of FOISA I give notice that it is not held.", "not held"),
        Ask("How many complaints were there about them?", "Four complaints were received, all of which concerned spelling."),
    ),
    (
        "Flood gates on the River Sallow",
        "In relation to the new gates, kindly send:",
        Ask("the date on which they were last tested", "They were last tested on 9 November 2023."),
        Ask("the firm which maintains them", "Brackwater Engineering LLP maintains them."),
        Ask("the plans of the control room", "The plans are excepted under regulation 12(5)(a), since their release would endanger public safety.", "EIR 12(5)(a)"),
        Ask("the sum spent on repair since they were built", "£91,300 up to March 2024"),
    ),
    (
        "Closed files on the lighthouse service",
        "I wish to see certain closed files:",
        Ask("Can file LH 9/203 be opened?", "File LH 9/203 has been reviewed and is now open."),
        Ask("Can file LH 9/211 be opened?", "File LH 9/211 remains closed under section 40(2) until 2041, for it gives the health of keepers.", "s40(2)"),
        Ask("How many files of the series are closed in all?", "Thirteen are closed."),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
DRONES, PHONES, BEDS, PERMITS, PLAGIARISM, ARREARS, SIGNS, GATES, KEEPERS = BY_TITLE


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
