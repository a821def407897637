"""Requests of the later logs and letters of more bodies; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_CAMERAS = (("Camera", "Notices", "Courses taken"), ("Gallows Hill", "2,310", "1,604"), ("Ferry Lane", "877", "512"), ("Moss Cross", "1,046", "790"))  # fmt: skip
_CERTIFICATES = (("Year", "First copies", "Replacements"), ("2021", "4,120", "133"), ("2022", "4,288", "151"), ("2023", "4,307", "140"))  # fmt: skip
_BREAKFASTS = (("Council area", "Schools", "Pupils"), ("North Isles", "11", "402"), ("Glen Torran", "36", "2,915"), ("Kirkbrae", "52", "6,480"))  # fmt: skip

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Use of spit guards",
        "Could you let me have the following about spit guards for the year 2023?",
        Ask("On how many occasions was a spit guard used?", "Spit guards were used on 187 occasions."),
        Ask("On how many of these was the person under 18?", "Nine of them."),
        Ask("What training is given to officers before they carry one?", "Officers have two hours of instruction, which is repeated every year together with first aid."),
        Ask("A copy of the lesson plan used in that training", "We have decided to withhold the lesson plan. It is exempt by virtue of Section 31(1)(a), since it shows how a guard can be defeated.", "s31(1)(a)"),
    ),
    (
        "Average speed cameras",
        "I drive on these roads daily and would like to ask about the cameras there.",
        Ask("How many notices of intended prosecution arose from each camera in 2022?", "The figures for 2022 are:", table=_CAMERAS),
        Ask("What did it cost to maintain all of them?", "£48,960, which was met by the safety partnership."),
        Ask("On which days in December were any of them switched off?", "The operator of the cameras keeps that record, and no information is held by the force.", "not held"),
    ),
    (
        "Rats in council homes",
        "",
        Ask("How many calls about rats did tenants make in 2022 and in 2023?", "Tenants made 1,067 such calls in 2022 and 1,214 in 2023."),
    ),
    (
        "Locum consultants",
        "Under the Act I request, in respect of locum consultants employed through agencies:",
        Ask("The amount spent in 2022-23", "£6.42 million"),
        Ask("The highest rate for an hour that was paid in that year", "£187, for a shift in emergency medicine on 26 December"),
        Ask("The agencies that were used most, up to five of them", "Medway Locums, Ternstaff, and Halcyon Clinical. No others were used."),
        Ask("The name and registration number of each locum", "Names and numbers are personal data of the doctors and we are refusing to give them under section 40(2).", "s40(2)"),
    ),
    (
        "Lifts in tower blocks",
        "Please answer for every block of ten or more storeys.",
        Ask("How many lifts are there?", "There are 58 lifts in 29 blocks."),
        Ask("For how many days was each out of order last year, on average?", "Each was out of order for 11 days."),
        Ask("Who maintains the lifts, and until when does the contract run?", "Ascendor Ltd, until 30 September 2027."),
        Ask("What price was agreed for a call at night?", "The price is commercially sensitive. Section 43(2) applies to it, and we find that the public interest favours keeping it back.", "s43(2)"),
    ),
    (
        "Copies of degree certificates",
        "I'd be grateful if the Registry could tell me about degree certificates.",
        Ask("How many were issued in each of the last three years, and how many replaced?", "We issued and replaced:", table=_CERTIFICATES),
        Ask("What does a replacement cost?", "£35, or £50 with postage to an address abroad"),
        Ask("Have any been found to be forged?", "Yes. Employers sent us eleven that we had not issued."),
        Ask("Which employers sent them in?", "They did so in confidence, and section 41(1) of the Act exempts their names.", "s41(1)"),
    ),
    (
        "Travel by hired jet",
        "",
        Ask("Provide all emails since 2019 in which the hire of an aircraft for a minister is discussed.", "Some 41,000 mailboxes would have to be searched. We estimate that this would take more than 24 working hours, and so refuse the request under section 12(1).", "s12"),
    ),
    (
        "Fish farms inspected",
        "My questions are about salmon farms on the west coast.",
        Ask("How many farms were inspected in 2022?", "We inspected 73 farms, eleven of them twice."),
        Ask("How many of these visits were announced?", "All but six were announced."),
        Ask("The treatments for lice that each farm declared", "A table of treatments is on our website and regulation 6(1)(b) of the Regulations applies.", link=("See", "treatments by farm", "https://www.waterinspectorate.example/lice")),
        Ask("The letters in which farms disputed a finding", "Letters that name trade processes are excepted under regulation 12(5)(e).", "EIR 12(5)(e)"),
    ),
    (
        "Papers of closed collieries",
        "I am a student of mining history and should like to know:",
        Ask("how many files of closed collieries you keep", "We keep 2,206 files, about 310 metres of shelf"),
        Ask("how many of them may not be seen by readers", "168 files are closed"),
        Ask("whether file CB/44/7 can be opened", "It contains medical details of miners who may be living, and remains closed under section 40(2)", "s40(2)"),
    ),
    (
        "Breakfast clubs",
        "Regarding breakfast clubs in primary schools, I would like to request:",
        Ask("the number of schools and pupils that take part, by council area", "The numbers are set out here.", table=_BREAKFASTS),
        Ask("the sum paid to councils for this in 2023-24", "The sum paid was £3.1 million."),
        Ask("the names of the officials who drafted the scheme", "An exemption applies under section 38(1)(b) of FOISA, because the names are personal data.", "FOISA 38(1)(b)"),
    ),
    (
        "Rent of market stalls",
        "As a trader I ask you the following:",
        Ask("What is the rent of a stall on a Saturday?", "£31.50"),
        Ask("How many stalls stood empty on the first Saturday of May?", "Seven stood empty."),
        Ask("When will rents next be raised?", "No decision has been taken, so we do not hold this information.", "not held"),
    ),
    (
        "Swans hit by trains",
        "",
        Ask("Number of swans reported on the line in 2023", "14"),
        Ask("Minutes of delay caused by them", "412"),
        Ask("Number of drivers who needed counselling", "The number is fewer than five and, to keep individuals from being recognised, exempt under section 40(2).", "s40(2)"),
        Ask("Cost of fences put up since", "£22,900"),
    ),
    (
        "Interpreters at hearings",
        "Could I please be told, for the last full year:",
        Ask("In how many hearings was an interpreter booked?", "An interpreter was booked for 3,518 hearings."),
        Ask("In how many of them did none appear?", "None appeared at 96 of them."),
        Ask("Which three languages were asked for most?", "Romanian, Kurdish (Sorani) and Polish, in this order."),
        Ask("What does the supplier charge if a hearing is put off?", "That charge is withheld as it would harm the supplier’s commercial interests: section 43(2).", "s43(2)"),
        Ask("How much was paid in all?", "£1,204,777"),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
GUARDS, CAMERAS, RATS, LOCUMS, LIFTS, CERTIFICATES, JETS, FARMS, COLLIERIES, BREAKFASTS, STALLS, SWANS, INTERPRETERS = BY_TITLE  # fmt: skip


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
