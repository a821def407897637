"""Requests as people put them to bodies of many kinds, and answers as officers write them; all invented."""

import datetime as dt
import random

from tests.support.layouts.content import Ask, Case
from tests.support.layouts.letters import Matter, Point

_PERIOD = (("Financial year", "Received", "Upheld"), ("2019-20", "212", "31"), ("2020-21", "164", "27"), ("2021-22", "239", "44"))  # fmt: skip
_STAFF = (("Band", "Headcount", "Vacancies"), ("5", "418", "36"), ("6", "207", "19"), ("7", "88", "4"))  # fmt: skip

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Telephone system contracts",
        "I am conducting research into the telephony used across the public sector and would be grateful if you could complete the below.",
        Ask("Who is your current telephone maintenance supplier?", "Larchfield Voice Ltd"),
        Ask("What is the annual average spend on maintenance?", "Approximately £14,200 excluding VAT."),
        Ask("When does the contract expire?", "30/09/2025, with the option to extend for a further 12 months."),
        Ask("How many extensions are there?", "1,140"),
        Ask(
            "Please provide the name and job title of the member of staff responsible for this contract.",
            "The contract is managed by the Head of ICT. We do not disclose the names of staff below that level; they are personal data and exempt under Section 40(2) of the Freedom of Information Act 2000.",
            "s40(2)",
        ),
    ),
    (
        "Complaints about parking wardens",
        "Please can you supply me with the following information under the Freedom of Information Act.",
        Ask(
            "How many complaints have you received about civil enforcement officers in each of the last three financial years, and how many were upheld?",
            "The figures are in the table below.",
            table=_PERIOD,
        ),
        Ask("How many officers have been dismissed as a result?", "None."),
    ),
    (
        "Homeless households in hotels",
        "I would like to request data on temporary accommodation.",
        Ask("How many households were placed in hotels or bed and breakfasts as at 31 March 2022?", "As at 31 March 2022 there were 57 households."),
        Ask("What was the longest single stay?", "The longest stay was 211 nights."),
        Ask("How much did the authority spend on this in 2021/22?", "£391,870.44"),
        Ask(
            "Please list the hotels used and the nightly rate paid to each.",
            "The Council considers that the rates are exempt from disclosure under section 43(2), as releasing them would prejudice our ability to negotiate with providers. A list of the hotels is not provided for the same reason.",
            "s43(2)",
        ),
    ),
    (
        "Nurse vacancies",
        "Could you please answer the following questions on your nursing workforce:",
        Ask("How many registered nurses does the Trust employ, by band, and how many posts are vacant?", "Please see the table.", table=_STAFF),
        Ask("How much was spent on agency nurses in 2022/23?", "£2.3m was spent on agency nursing in the year 2022/23."),
        Ask("What is the highest hourly rate paid to an agency for a single shift?", "£97.50 per hour"),
    ),
    (
        "Swimming pool closures",
        "I am writing to make an open government request.",
        Ask(
            "Please confirm the dates since 1 January 2019 on which any of your swimming pools was closed because of contamination, and what the cause was in each case.",
            "Riverside pool was closed on 4 May 2019 and 11 August 2021, in both cases following a faecal accident. No other pool has been closed for this reason.",
        ),
    ),
    (
        "Use of consultants on the estates strategy",
        "",
        Ask(
            "Please provide copies of any reports written by external consultants on the estates strategy since 2020.",
            "One report was produced. It is intended for future publication alongside the strategy in the autumn and is therefore exempt under section 22 of the Act.",
            "s22",
        ),
    ),
    (
        "Assaults on staff",
        "Please provide me with:",
        Ask("The number of recorded assaults on staff in each calendar year from 2020 to 2022", "2020: 34. 2021: 41. 2022: 29."),
        Ask("The number that led to a criminal conviction", "We do not hold this information. Prosecutions are a matter for the police, who may be able to help.", "not held"),
        Ask("The number of days lost to sickness absence as a result", "126 days in total over the three years."),
        Ask("Any guidance given to staff on lone working", "The Lone Working Policy can be found on our website.", link=("A copy can be downloaded from", "our policies page", "https://www.bramwick.example/policies/lone-working")),
    ),
    (
        "Body worn video retention",
        "I wish to know the following in relation to body worn video.",
        Ask("How many devices are in use?", "There are currently 612 devices in use."),
        Ask("What is the retention period of non-evidential footage?", "31 days, after which footage is deleted automatically."),
        Ask("How many data breaches involving footage were reported in 2022?", "Two breaches were recorded. Neither was reportable to the ICO."),
        Ask(
            "In which operations has covert equipment been used together with it?",
            "We neither confirm nor deny that information is held in relation to this question, by virtue of Section 31(3) Law Enforcement.",
            "s31(3)",
        ),
    ),
    (
        "Laptops lost or stolen",
        "I'd like to know about IT equipment that has gone missing.",
        Ask("How many laptops were reported lost in the last two years?", "14"),
        Ask("How many laptops were reported stolen in the last two years?", "6"),
        Ask("Were the devices encrypted?", "Yes, all of them."),
        Ask("How many were recovered?", "3"),
    ),
    (
        "Peer review reports",
        "",
        Ask(
            "Please can I have the last three peer review reports of the service, and the action plan drawn up in response to each of them?",
            "We hold two reports, dated June 2018 and October 2021. Both are attached, together with the action plans. There was no review before 2018.",
        ),
    ),
    (
        "Business rates credit balances",
        "Please send me a list of all live business accounts with a credit balance, to include:",
        Ask("name of each business", "This information is refused under s31(1)(a), as its release would be likely to facilitate fraud.", "s31(1)(a)"),
        Ask("address of each property", "Addresses are published every quarter in our open data library.", link=("See", "open data: business rates", "https://data.bramwick.example/nndr")),
        Ask("amount of credit", "A total of £88,431 was outstanding at the date of your request."),
    ),
    (
        "Student mental health appointments",
        "As part of a study of student wellbeing I am requesting the following.",
        Ask("How many students sought counselling in the academic year 2021/22?", "1,906 students registered with the Wellbeing Service during that year."),
        Ask("What was the average wait for a first appointment?", "The average wait was 9 working days."),
        Ask("How many students who were waiting withdrew from their course?", "Fewer than five. The exact number is withheld under Section 40(2) because individuals could be identified from it.", "s40(2)"),
        Ask("How many counsellors do you employ?", "11.4 FTE"),
    ),
    (
        "Emails concerning the bypass",
        "",
        Ask(
            "All emails sent or received by the Chief Executive between January 2018 and December 2022 that mention the bypass.",
            "A search returned more than 21,000 emails. To review them would exceed the appropriate limit of £450, and your request is therefore refused under Section 12(1). You may wish to narrow it to a period of three months.",
            "s12(1)",
        ),
    ),
    (
        "Smoke alarms fitted",
        "Please could you provide the following for the period April 2021 to March 2022:",
        Ask("Number of home fire safety visits carried out", "7,318"),
        Ask("Number of smoke alarms fitted", "9,022 (of which 410 were for people with hearing loss)"),
        Ask("Unit cost of a standard alarm", "£8.15 plus VAT"),
    ),
)  # fmt: skip

# The same for letters of single bodies.
_FOR_LETTERS = (
    (
        "Winter gritting",
        "Please could you let me know the following about gritting on your roads.",
        Ask("How many tonnes of salt were spread in the winters of 2020/21 and 2021/22?", "2020/21 – 11,204 tonnes; 2021/22 – 8,950 tonnes"),
        Ask("How many gritters does the Council operate?", "23 front line vehicles, plus 4 kept as spares."),
        Ask("How many miles of road are treated on a typical night?", "612 miles, which is approximately 41% of the network."),
        Ask("Which roads were taken off the treated network since 2019?", "No roads have been removed."),
        Ask("What have you saved by doing so?", "Not applicable – please see the answer to question 4."),
    ),
    (
        "Stop and search of vehicles",
        "I am requesting the following information for the calendar years 2020, 2021 and 2022.",
        Ask("The total number of vehicles searched", "2020: 3,105, 2021: 2,880, 2022: 2,412."),
        Ask("The number of searches in which a weapon was found", "97 over the three years, of which 61 were bladed articles."),
        Ask("The age of the oldest person searched", "The oldest person was aged 88."),
        Ask(
            "The locations of all planned operations for the coming year",
            "This information is exempt by virtue of Section 31(1)(a) of the Freedom of Information Act 2000, Law Enforcement, since those intent on crime would simply avoid the locations.",
            "s31(1)(a)",
        ),
    ),
    (
        "Cataract surgery waiting times",
        "I would be grateful if you could provide the following information:",
        Ask("How many patients were waiting for cataract surgery on 1 September 2022?", "1,377"),
        Ask("What was the median wait in weeks?", "18.6 weeks"),
        Ask("How many patients were referred to an independent provider between April and August 2022, by month?", "The numbers are shown below.", table=(("Month", "Referred", "Accepted"), ("April", "51", "47"), ("May", "63", "60"), ("June", "58", "55"))),
        Ask("How many operations were cancelled on the day because of a lack of staff?", "The Trust does not record the reason for cancellation at this level and therefore does not hold this information.", "not held"),
        Ask("Does the Trust plan to open further theatres?", "Yes. A new day surgery unit is expected to open in spring 2024, subject to funding."),
    ),
    (
        "Suspected use of essay writing services",
        "I am a journalist and ask for this under the Act:",
        Ask("How many students were investigated for buying essays in the last three academic years?", "2019/20: 12; 2020/21: 33; 2021/22: 28"),
        Ask("How many of those cases were proven?", "45 of the 73 cases were proven."),
        Ask("Which subjects were the students studying?", "Business, Computing and Law account for most. A full breakdown is refused under Section 40(2), as numbers below five may lead to individuals being identified.", "s40(2)"),
        Ask("What software is used to detect this?", "Turnitin is used across all faculties.", link=("Our approach is described in the", "academic integrity policy", "https://www.tideway.example/academic-integrity")),
    ),
    (
        "Grants for coastal paths",
        "",
        Ask(
            "Please provide a list of all grants over £25,000 that the Department has awarded for the repair of coastal paths since April 2018, showing the recipient and the amount.",
            "I can confirm that the Department holds this information. Details of the grants awarded are provided in the following table.",
            table=(("Recipient", "Year", "Amount"), ("Skerry Trust", "2018-19", "£48,000"), ("Holm Council", "2019-20", "£112,500"), ("Ness Rangers", "2021-22", "£26,300")),
        ),
    ),
    (
        "Taxi contracts for school pupils",
        "I would like to see:",
        Ask("the number of pupils taken to school by taxi in session 2021/22", "304 pupils were taken to school by taxi."),
        Ask("the total cost of these journeys", "£1,486,020"),
        Ask("the cost per mile agreed with each operator", "The Council considers that an exemption under section 33(1)(b) of the Freedom of Information (Scotland) Act 2002 applies to the information requested, as operators could see each other's prices.", "FOISA 33(1)(b)"),
        Ask("the number of complaints made by drivers", "In terms of section 17 of the Act the Council gives notice that it does not hold this information. Drivers complain to their own employers.", "not held"),
    ),
    (
        "Buildings with combustible cladding",
        "",
        Ask("How many buildings over 18 metres with combustible cladding are there in your area?", "There are 16 such buildings."),
        Ask(
            "For those buildings, please state",
            parts=(
                Ask("how many have a waking watch", "9 of the 16 have a waking watch in place"),
                Ask("how many have been inspected since January 2021", "All 16 have been inspected"),
            ),
        ),
        Ask("How many enforcement notices were issued to their owners?", "5 notices, two of which have since been lifted."),
        Ask("Please list the addresses of the buildings.", "The addresses are exempt under section 38(1)(b) of the Freedom of Information Act, health and safety, because of the risk of arson.", "s38(1)(b)"),
    ),
    (
        "Burial plots",
        "I should be pleased to receive this information from the Town Council:",
        Ask("How many burial plots remain unsold in the cemetery?", "83 at the last count, excluding the woodland section"),
        Ask("What is charged for a double plot for residents and for non-residents?", "£940 for residents and £2,820 for non-residents"),
        Ask("When does the Council expect the cemetery to be full?", "In about seven years"),
    ),
    (
        "Multi-functional devices",
        "I am researching print contracts and would appreciate answers to the below.",
        Ask("Current supplier(s)", "Inkwell Managed Services"),
        Ask("Number of devices", "214"),
        Ask("Contract start date", "1 August 2020"),
        Ask("Contract end date", "31 July 2025"),
        Ask("Total contract value", "We consider the total value to be commercially sensitive at present and apply section 43 (commercial interests).", "s43"),
        Ask("Who is responsible for this contract? Please include an email address.", "ICT Manager, ict.contracts@bramwick.example"),
    ),
    (
        "Licensed houses in multiple occupation",
        "I am looking for details of HMO licensing in your borough:",
        Ask("How many mandatory HMO licences are in force?", "There are currently 371 licences in force."),
        Ask("How many landlords were prosecuted in 2021 and 2022 for operating without one?", "Four landlords were prosecuted in 2021 and seven in 2022."),
        Ask("What was the largest fine imposed?", "£30,000, under a civil penalty notice."),
        Ask("Can I have the public register in Excel?", "The register is reasonably accessible to you by other means and is therefore exempt under Section 21.", "s21", link=("It can be downloaded from", "the licensing register", "https://www.bramwick.example/hmo-register")),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in (*_REQUESTS, *_FOR_LETTERS)}
TELEPHONES, WARDENS, HOTELS, NURSES, POOLS, CONSULTANTS, ASSAULTS, VIDEO, LAPTOPS, PEERS, RATES, STUDENTS, EMAILS, ALARMS = (title for title, *_ in _REQUESTS)  # fmt: skip
GRITTING, SEARCHES, CATARACTS, ESSAYS, GRANTS, TAXIS, CLADDING, GRAVES, PRINTERS, HOUSES = (title for title, *_ in _FOR_LETTERS)  # fmt: skip


def requests(seed, *titles, among=BY_TITLE):
    """Return requests with these titles: their days and numbers rise from a seed."""
    source = random.Random(seed)  # noqa: S311 nothing secret is made of it
    received = dt.date(2023, source.randint(6, 11), source.randint(1, 28))
    serial = source.randint(1100, 7000)
    found = []
    for title in titles:
        intro, asks = among[title]
        answered = received + dt.timedelta(days=source.randint(9, 29))
        found.append(Case(serial, received, answered, title, intro, tuple(asks), "", ""))
        received += dt.timedelta(days=source.randint(1, 13))
        serial += source.randint(1, 29)
    return found


def matter_of(seed, title, *, among=BY_TITLE):
    """Return a request as what a letter is about."""
    (case,) = requests(seed, title, among=among)
    points = tuple(map(_point, case.asks))
    return Matter(case.serial, case.received_on, case.answered_on, title, points, {}, case.intro)


def _point(ask):
    codes = (ask.decision,) if ask.decision else ()
    parts = tuple(map(_point, ask.parts))
    return Point(ask.text, ask.answer, codes, ask.table, ask.link, parts)
