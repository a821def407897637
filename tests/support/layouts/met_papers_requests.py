"""Requests of the layouts of the eighteenth set, of both halves; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_KENNELS = (("Year", "Dogs taken in", "Returned to owner"), ("2021", "318", "204"), ("2022", "296", "177"), ("2023", "341", "190"))  # fmt: skip

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Stray dogs and kennelling",
        "I am gathering figures on stray dogs for a charity and would welcome your help with these points.",
        Ask("How many stray dogs were taken in during each of the last three calendar years, and how many went back to their owners?", "The table gives both figures for each year.", table=_KENNELS),
        Ask("Which kennels does the authority use out of hours?", "Fernhollow Kennels takes dogs in between 6 pm and 8 am and at weekends."),
        Ask("What was paid to those kennels in 2023, excluding veterinary fees?", "£38,415 was paid in 2023."),
        Ask("How many dogs were put to sleep for want of a home?", "None were put to sleep for that reason."),
    ),
    (
        "Use of translation telephones",
        "Please answer the questions that follow under the Freedom of Information Act 2000.",
        Ask("What was the total spent on telephone interpreting in the financial year 2022-23?", "The total for that year was £212,907."),
        Ask("Which five languages were asked for most often?", "Romanian, Polish, Kurdish Sorani, Arabic and Urdu, in that order."),
        Ask("What rate per minute is charged by the provider?", "We have decided to withhold the rate under section 43(2) because it would harm the provider in the tender that is now open.", "s43(2)"),
    ),
    (
        "Drones flown at events",
        "My enquiry relates to the use of unmanned aircraft at public events.",
        Ask("How many unmanned aircraft does the force own?", "The force owns nine aircraft of three types."),
        Ask("On how many occasions were they flown above football grounds during the season 2022/23?", "They were flown on 31 occasions, all of them on days on which more than 10,000 people attended."),
        Ask("How many officers hold a licence to fly them?", "Twenty-four officers hold a current licence."),
        Ask("What are the technical limits of their cameras?", "This is exempt by virtue of section 31(1)(a); it would help those who wish to avoid being filmed.", "s31(1)(a)"),
        Ask("Were any complaints received about flights, and if so how many?", "Six complaints were received, of which none was upheld."),
    ),
    (
        "Chaplaincy in hospitals",
        "Could you kindly tell me about the chaplaincy service at the Trust?",
        Ask("The number of chaplains employed, by faith or belief", "Four Anglican, two Roman Catholic, one Muslim and one humanist chaplain are employed."),
        Ask("The yearly cost of the service", "£287,300 in the year to March 2023."),
        Ask("Visits made by chaplains to patients in the last year", "Chaplains do not keep a count of visits, so there is nothing recorded that would answer this.", "not held"),
    ),
    (
        "Student hardship fund",
        "Under freedom of information law I request details of the hardship fund.",
        Ask("How many students applied to the fund in the academic year 2022/23?", "1,284 students applied."),
        Ask("How many of these applications were successful?", "902 applications were successful, in whole or in part."),
        Ask("What was the mean award?", "The mean award was £611."),
        Ask("What was the time from application to payment, on average?", "The average time was 17 working days, with the longest delays in October."),
    ),
    (
        "Repairs to the sea wall",
        "I own a house on the esplanade and would like to have the following.",
        Ask("The survey of the sea wall that was carried out in November 2022", "A copy of the survey is enclosed. The names of two junior engineers were taken out under section 40(2).", "s40(2)"),
        Ask("The cost of all repairs since that survey", "Repairs since then have cost £1,044,000, half of which was met by a grant."),
        Ask("The date by which the remaining works are to be finished", "The programme gives 30 September 2025 as the date."),
    ),
    (
        "Agile working and desks",
        "In the light of changes to office work, I should like to know:",
        Ask("How many desks were there in the main office in January 2020 and how many are there today?", "There were 940 desks in January 2020; there are 388 today."),
        Ask("What share of desks was in use on an average Wednesday in 2023?", "54 per cent, as measured by the booking system."),
        Ask("Has any part of the building been let to another organisation?", "The third floor has been let to a housing association since June 2022."),
        Ask("What is the rent paid by the tenant?", "The rent is commercially sensitive and exempt under section 43(2) of the Act.", "s43(2)"),
    ),
    (
        "Peat burning and muirburn",
        "I make this request under the Environmental Information (Scotland) Regulations 2004.",
        Ask("How many reports of muirburn out of season were made to you in 2022?", "Forty-one reports were made in 2022."),
        Ask("In how many cases was a report sent to the procurator fiscal?", "A report was sent in three cases."),
        Ask("Please supply a map of all places concerned.", "We do not hold a map, and regulation 10(4)(a) applies.", "not held"),
    ),
    (
        "Decisions on late complaints",
        "This request concerns complaints that were brought to your office late.",
        Ask("How many complaints were declined since April 2022 because they came more than six weeks after the last contact?", "We declined 1,107 complaints for that reason between April 2022 and the date of your request."),
        Ask("How many of these were taken up after a review?", "Eighty-two were taken up after a review."),
        Ask("Please provide the guidance given to case officers about delay.", "The guidance is on our website, which is why section 21 applies; a link is given with this reply.", "s21"),
    ),
    (
        "Damage to library books",
        "Please let me have this information about the lending library:",
        Ask("Number of books withdrawn in 2022 owing to damage", "4,310 books were withdrawn."),
        Ask("Value of those books when bought", "£39,870 when bought."),
        Ask("Income from charges for damage", "£2,266 was received."),
        Ask("Branches at which most were withdrawn", "Estwick Central, Harrow Road and Mill Green."),
    ),
    (
        "Custody records of maps",
        "I am a historian of surveying, and I ask for what follows.",
        Ask("A list of maps that were moved to the salt mine between 2015 and 2020", "The list holds 2,214 entries and is attached as a spreadsheet."),
        Ask("The reason for the move", "The strongroom flooded in 2014 and its shelves had to be renewed."),
        Ask("The cost of storage there in each year", "Storage cost £18,000 a year throughout."),
        Ask("Whether the maps can be consulted", "They can be consulted at ten working days’ notice."),
    ),
    (
        "Speed cameras out of order",
        "For a newspaper I would like the information set out here.",
        Ask("How many fixed speed cameras stand in your area?", "There are 67 housings."),
        Ask("How many of them contained a working camera on 1 May 2023?", "Disclosure is refused under section 31(1)(a), since drivers would learn where they may speed.", "s31(1)(a)"),
        Ask("How much was received in fines in 2022?", "Fines are paid to the Treasury, and the force holds no record of them.", "not held"),
        Ask("How many drivers chose a course instead?", "41,118 drivers completed a course in 2022."),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
(
    DOGS,
    INTERPRETING,
    AIRCRAFT,
    CHAPLAINS,
    HARDSHIP,
    SEA_WALL,
    DESKS,
    MUIRBURN,
    COMPLAINTS,
    BOOKS,
    MAPS,
    SPEEDING,
) = BY_TITLE


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
