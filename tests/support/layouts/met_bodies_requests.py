"""Requests of the layouts of a twelfth set; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_BURGLARIES = (("District", "2021", "2022", "2023"), ("Harbourside", "214", "198", "176"), ("Uplands", "88", "91", "102"), ("Old Town", "301", "322", "287"))  # fmt: skip
_AGENCY = (("Staff group", "Hours", "Spend"), ("Nursing", "11,402", "£486,210"), ("Medical", "3,118", "£402,977"), ("Therapies", "640", "£19,845"))  # fmt: skip
_COUNTS = (("Year", "Surveys", "Bats found"), ("2020", "14", "3"), ("2021", "22", "5"))

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Burglary outcomes by district",
        "For each of the calendar years 2021, 2022 and 2023 please state",
        Ask("The number of residential burglaries recorded, broken down by district", "Please see the table beneath.", table=_BURGLARIES),
        Ask("How many of those resulted in a charge?", "There were 61 charges in 2021, 58 in 2022 and 49 in 2023."),
        Ask("The names of the streets with the most offences", "Street level data would identify victims, and is exempt by virtue of Section 40(2) of the Act.", "s40(2)"),
        Ask("Whether the force attends every residential burglary", "Yes. It has been force policy since October 2022 that every residential burglary is attended."),
    ),
    (
        "Electric vehicle charging",
        "I am a student writing a dissertation on electric vehicles and would like to know the following:",
        Ask("How many public charging points does the Council own?", "46, of which 12 are rapid chargers."),
        Ask("Who operates them on your behalf?", "Brightvolt Networks Ltd."),
        Ask("What income did the Council receive from them in 2022/23?", "£18,377.40"),
        Ask("What are the terms of the profit share?", "The terms of the profit share are commercially sensitive and we are withholding them under section 43(2).", "s43(2)"),
        Ask("How many complaints have there been about faulty points?", "We do not hold this information. Complaints are made to the operator.", "not held"),
    ),
    (
        "Agency nursing spend",
        "Under the FOI Act I would like to ask about temporary staffing",
        Ask("How much did the Trust spend on agency staff between April and September 2023, by staff group?", "This is shown in the following table.", table=_AGENCY),
        Ask("What was the highest hourly rate paid for a nurse?", "£94.12 per hour, for a shift on a bank holiday."),
        Ask("Does the Trust use a master vendor?", "Yes – Coldharbour Resourcing."),
        Ask("Please list each agency nurse who worked more than 48 hours in a week.", "Section 40(2) applies: a list of individuals is personal data.", "s40(2)"),
    ),
    (
        "Records of the lighthouse commission",
        "I should like to see",
        Ask("the minute books for 1921 to 1934", "the minute books are open and can be seen in the reading room"),
        Ask("the keepers’ personnel cards", "the personnel cards are closed under section 40(2) for the lifetime of the keepers", "s40(2)"),
        Ask("the plans of the signal station", "the plans are withheld under section 24(1) as the station is still in use", "s24(1)"),
    ),
    (
        "Student accommodation complaints",
        "I am writing for the student newspaper.",
        Ask("How many complaints about halls of residence were made in 2022/23?", "187 complaints."),
        Ask("How many concerned damp or mould?", "64"),
        Ask("What compensation was paid?", "A total of £7,905 was paid to 31 students."),
        Ask("Copies of all complaints", "It would take longer than 18 hours to locate and redact these, and so section 12(1) is engaged.", "s12(1)"),
    ),
    (
        "Bats in school roofs",
        "I’d like these details please:",
        Ask("How many bat surveys were made at schools in each year?", "See this table:", table=_COUNTS),
        Ask("What did the surveys cost?", "In 2020 £9,480, and in 2021 £15,022."),
        Ask("The location of each roost", "Disclosure of the roosts’ locations would adversely affect the protection of the environment, regulation 12(5)(g).", "EIR 12(5)(g)"),
    ),
    (
        "Library closures",
        "Could I ask for these facts about libraries",
        Ask("Which branches have closed since 2015?", "Millbrook (2016), Castle Street (2019) and Fenwick Road (2022)."),
        Ask("How many books were sold or pulped?", "Around 41,000 items."),
        Ask("What is the footfall of each remaining branch?", "This is available on our website and so is exempt under section 21.", "s21"),
    ),
    (
        "Body worn video storage",
        "My request concerns body worn video.",
        Ask("How many cameras does the force have?", "3,260 cameras"),
        Ask("For how long is footage kept that is not evidence?", "31 days"),
        Ask("Which supplier stores the footage and at what cost?", "Vantage Evidence Systems. The annual cost is £612,000."),
        Ask("On how many occasions has footage been lost?", "The force can neither confirm nor deny that it holds this, by virtue of section 31(3).", "s31(3)"),
    ),
    (
        "Road gritting routes",
        "Please supply the following regarding winter service",
        Ask("A list of priority one routes", "A list is enclosed as document 1."),
        Ask("The tonnage of salt spread in 2022/23", "5,118 tonnes."),
        Ask("Emails between the roads manager and the salt supplier", "Some of these emails are exempt from release under section 33(1)(b) of FOISA.", "FOISA 33(1)(b)"),
        Ask("How many gritters have names?", "Nine do."),
    ),
    (
        "School transport contracts",
        "I want to know about taxis taking pupils to school.",
        Ask("How many contracts are in force?", "There are 312 contracts."),
        Ask("What is the most expensive single journey?", "£184 a day, to a special school outside the county."),
        Ask("How many drivers were removed after a check?", "Fewer than five; the exact figure could identify people and is refused under section 40(2).", "s40(2)"),
    ),
    (
        "Museum loans abroad",
        "Please answer the following about objects on loan:",
        Ask("How many objects are on loan outside the United Kingdom?", "There are 129 objects on loan abroad."),
        Ask("Which is insured for the most?", "We will not say which object is insured for the most, since it would help thieves; section 31(1)(a) is engaged.", "s31(1)(a)"),
        Ask("Which loans are overdue?", "None is overdue."),
    ),
)  # fmt: skip
# What has parts: each number alone is not printed, its parts are 1a, 1b.
_PARTED = (
    (
        "Temporary accommodation",
        "I would be grateful for this information for the last two financial years:",
        Ask("", parts=(
            Ask("How many households were placed in temporary accommodation?", "1,204 in 2021/22 and 1,377 in 2022/23."),
            Ask("How many of them had children?", "702 and 818."),
        )),
        Ask("", parts=(
            Ask("What was spent on nightly paid rooms?", "£3.1m and £4.4m."),
            Ask("To which companies was it paid?", "The names of companies are withheld under section 43(2) as it would weaken our position when we buy rooms.", "s43(2)"),
            Ask("What is the longest time anyone has spent in one?", "1,022 nights."),
        )),
        Ask("", parts=(
            Ask("How many households were moved out of the borough?", "266 and 341."),
            Ask("Which boroughs received them?", "We do not record this centrally and do not hold the information.", "not held"),
        )),
    ),
    (
        "Pool and leisure centre repairs",
        "With reference to leisure centres:",
        Ask("", parts=(
            Ask("What is the estimated cost of outstanding repairs?", "£2.75m."),
            Ask("When was the last condition survey?", "In March 2022."),
        )),
        Ask("", parts=(
            Ask("On how many days was each pool shut in 2023?", "Riverside 17 days, Northgate 41 days."),
            Ask("Why?", "Boiler failure at Northgate, and air handling at Riverside."),
            Ask("Please send the engineer’s reports", "The reports contain legal advice on a claim and are exempt under section 42(1).", "s42(1)"),
        )),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in (*_REQUESTS, *_PARTED)}
(BURGLARIES, CHARGING, AGENCY, LIGHTS, HALLS, BATS, LIBRARIES, VIDEO, SALT, TAXIS, LOANS, ROOMS, LEISURE) = BY_TITLE  # fmt: skip


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
