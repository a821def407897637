"""Requests of the layouts of the fifteenth set, of both halves, and of the sixteenth; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_HYDRANTS = (("Station", "Inspected", "Defective"), ("Calderby", "611", "18"), ("Northmoor", "402", "7"), ("Isle End", "95", "0"))  # fmt: skip
_APPEALS = (("Year", "Lodged", "Allowed"), ("2021", "1,204", "388"), ("2022", "1,377", "401"))

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Hydrant inspections",
        "I would like to ask about fire hydrants in the area that you cover.",
        Ask("How many hydrants were inspected in 2022, and how many of them were found to be defective? Please break this down by station.", "The totals by station for the calendar year are below.", table=_HYDRANTS),
        Ask("Which company carries out repairs?", "Repairs are carried out by the water undertaker and not by a contractor of ours."),
        Ask("What is the target time for a repair once a defect has been reported?", "Five working days."),
        Ask("Location data for all hydrants", "Locations are withheld in reliance on section 38(1)(b), since interference with hydrants would endanger crews and the public.", "s38(1)(b)"),
    ),
    (
        "Penalty charge appeals",
        "Can you please answer the below for the last two full years.",
        Ask("Total appeals lodged against penalty charge notices and the total allowed", "Both totals are given for each year:", table=_APPEALS),
        Ask("Number of staff (FTE) who decide appeals", "6.4"),
        Ask("Training material used by those staff", "The slides are published at our website and exempt from further release under section 21.", "s21"),
        Ask("Any bonus or incentive scheme that applies to them", "None"),
    ),
    (
        "Ambulance handover delays",
        "This is a request for recorded information on delays at the front door of the emergency department.",
        Ask("The number of handovers which took longer than 60 minutes, by month, between October 2022 and March 2023", "October 211, November 198, December 402, January 377, February 240, March 229."),
        Ask("The longest single delay in that time", "9 hours and 14 minutes, on 29 December 2022."),
        Ask("Any serious incident reports that concern such a delay", "Two reports are held. They are about the care of identifiable patients and are exempt under section 41 (information provided in confidence).", "s41"),
        Ask("The policy which tells staff what to do when all bays are full", "The Escalation and Full Capacity Protocol is enclosed as document 1."),
        Ask("Whether the Trust has been fined by the commissioner as a result", "It has not."),
    ),
    (
        "Closed files on harbour works",
        "I wish to see the files below, which the catalogue shows as closed.",
        Ask("MT 81/442 Harbour works: correspondence with contractors 1961–1963", "The file has been opened in full and can be ordered in the reading rooms."),
        Ask("MT 81/443 Harbour works: accident inquiry", "Pages 12 to 19 remain closed because they name the injured; section 40(2) applies to them.", "s40(2)"),
        Ask("MT 81/451 Harbour works: defence installations", "The file is retained in the department which transferred it, and we hold no copy.", "not held"),
    ),
    (
        "Spending on agency social workers",
        "Under FOI please provide:",
        Ask("Total spend on agency social workers in 2020/21, 2021/22 and 2022/23", "£1.92m, £2.41m and £3.08m respectively."),
        Ask("The highest hourly rate paid in each of those years", "£44.10, £46.75 and £52.00."),
        Ask("Vacancy rate for permanent social workers as at 31 March 2023", "18.6%"),
        Ask("Names of the agencies which are on the framework, and their margin", "The agencies are Brookvale, Tern Staffing and Loxley Care. Their margins are commercially sensitive and we have relied on section 43(2) to withhold them.", "s43(2)"),
    ),
    (
        "Lecture capture",
        "I am a student journalist. My questions concern the recording of lectures.",
        Ask("What proportion of timetabled lectures was recorded in the academic year 2022–23?", "71 per cent."),
        Ask("Does the University have a policy on recordings during industrial action?", "Yes. The policy says that recordings are not re-used to replace teaching which is lost to industrial action."),
        Ask("Please send all emails between the Registrar and heads of school on this subject since 1 September 2022.", "Some 14,000 emails would have to be opened one by one. At 3 minutes each that exceeds the appropriate limit, and section 12(1) relieves us of the duty to comply.", "s12(1)"),
    ),
    (
        "Body-worn video",
        "Please may I request the following in respect of body-worn video:",
        Ask("Number of cameras owned", "2,860 cameras."),
        Ask("Number lost or stolen in 2021, 2022 and 2023 to date", "3, 5 and 2."),
        Ask("Make and model", "The make and model are exempt from disclosure by virtue of section 31(1)(a) Law Enforcement.", "s31(1)(a)"),
        Ask("Length of time for which footage that is not evidential is kept", "31 days, after which it is deleted by the system."),
    ),
    (
        "Sewage spills at bathing waters",
        "Please treat this as a request under the Environmental Information Regulations 2004.",
        Ask("The start and stop times of each spill at Isle End in August 2023", "Two spills took place: 2 August from 04:10 to 09:35, and 18 August from 22:00 to 23:15."),
        Ask("What investigations were made of each", "An officer attended on both occasions and took samples."),
        Ask("Copies of legal advice on prosecution", "Advice is subject to legal professional privilege. We refuse it under regulation 12(5)(b), the course of justice.", "EIR 12(5)(b)"),
    ),
    (
        "Medical fitness of lorry drivers",
        "In relation to vocational licences I would like to know:",
        Ask("the number of licences revoked on medical grounds in 2022", "1,938"),
        Ask("the number of drivers who appealed to a magistrates’ court", "77"),
        Ask("the average time taken to decide a case", "53 days"),
        Ask("the number of those decisions which were wrong", "This is not information that we record.", "not held"),
    ),
    (
        "Use of interpreters at polling stations",
        "With reference to the elections of May 2023, please tell me",
        Ask("how many interpreters were engaged", "Eleven interpreters were engaged for the day."),
        Ask("in which languages", "British Sign Language, Polish, Punjabi and Welsh."),
        Ask("what they were paid in total", "£4,235 including travel."),
    ),
    (
        "School trips cancelled",
        "Please could the Trust provide the information set out here for each academy.",
        Ask("How many residential trips were cancelled since September 2021?", "Nine residential trips were cancelled."),
        Ask("How much money was not refunded to parents?", "All parents were refunded. The Trust lost £2,110 in deposits."),
        Ask("Risk assessments for each trip", "We attach nine risk assessments; signatures have been redacted as personal data (s.40(2)).", "s40(2)"),
    ),
    (
        "Surplus land sold",
        "I request details of land disposals by your organisation.",
        Ask("A list of sites sold since 2018", "Four sites were sold: Dock Road, the former laundry, Plot 9 and Calder House."),
        Ask("The price of each", "£1.1m, £640,000, £75,000 and £2.3m in the same order."),
        Ask("The valuation that was obtained before each sale", "We maintain that the valuations are exempt under s.43(2) while two adjoining plots are on the market.", "s43(2)"),
        Ask("Minutes of the meetings at which sales were approved", "The minutes can be found in the Board papers on our website."),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
(
    HYDRANTS,
    APPEALS,
    HANDOVERS,
    FILES,
    WORKERS,
    LECTURES,
    CAMERAS,
    SPILLS,
    LORRIES,
    POLLS,
    TRIPS,
    LAND,
) = BY_TITLE


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
