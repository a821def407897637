"""Requests of the layouts of a seventh and an eighth set; all invented."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask

_THEFTS = (("Year", "Reported", "Charged"), ("2021", "318", "22"), ("2022", "377", "19"), ("2023", "402", "31"))  # fmt: skip
_STAFF = (("Band", "Posts", "Vacant"), ("5", "212", "31"), ("6", "148", "12"), ("7", "63", "4"))

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Theft of pedal cycles",
        "I would like to make a request under the FOI Act for the following information:",
        Ask("How many pedal cycles were reported stolen in each of the last three calendar years, and in how many cases was somebody charged?", "Please see the table below.", table=_THEFTS),
        Ask("How many of the stolen cycles were electric?", "This is not recorded in a way that can be searched, and the information is therefore not held.", "not held"),
        Ask("How many cycles are there in the property store today?", "As at the date of your request there were 87."),
        Ask("What was the total sum raised by auctioning found cycles in 2023?", "£4,310.50"),
    ),
    (
        "Use of facial recognition",
        "Please could you answer the questions below.",
        Ask("Has the force ever used live facial recognition?", "Yes, on two occasions, both in 2022."),
        Ask("Who supplied the software?", "The software was supplied by Northlight Systems Ltd."),
        Ask("What locations are being considered for its use in 2024?", "This information is withheld. Section 31(1)(a) applies, because offenders would avoid those places.", "s31(1)(a)"),
    ),
    (
        "Vetting of officers",
        "For the financial year 2022/23 please state:",
        Ask("The number of officers whose vetting was reviewed", "412 officers had their vetting reviewed."),
        Ask("The number whose vetting was withdrawn", "Six."),
        Ask("The ranks of the officers in question 2", "To state ranks for so few would identify them. It is exempt by virtue of section 40(2).", "s40(2)"),
        Ask("The average number of days that a review took", "34 days on average."),
    ),
    (
        "Ransomware and cyber attacks",
        "This is a request under the Freedom of Information Act 2000.",
        Ask("How many cyber attacks did the organisation suffer in the past three years?", "We neither confirm nor deny whether this is held, under section 31(3) of the Act.", "s31(3)"),
        Ask("Which anti-virus product do you use?", "We are withholding the name of the product under section 31(1)(a), since it would help an attacker.", "s31(1)(a)"),
        Ask("Does the organisation have cyber insurance? (Yes/No)", "No"),
        Ask("What is the annual budget for cyber security?", "There is no separate budget; spending of £212,000 was recorded in 2022/23."),
        Ask("Job title of the person responsible for cyber security", "Head of Digital"),
    ),
    (
        "Agency nurses",
        "I'd be grateful if you would provide me with the following for 2023:",
        Ask("Total spend on agency nursing", "£3,918,220"),
        Ask("Highest hourly rate paid to an agency for a registered nurse", "£94.16"),
        Ask("Number of registered nurse posts and vacancies by band", "Posts and vacancies by band were:", table=_STAFF),
        Ask("Names of the agencies used off framework", "Nil. All agencies used were on framework."),
    ),
    (
        "Temporary accommodation",
        "Please supply the following information for your district:",
        Ask("Number of households in temporary accommodation on 31 March 2023", "164"),
        Ask("How many of these included children?", "97"),
        Ask("Longest time that any household has been there", "1,126 days, as of the date of this request."),
        Ask("The address of each property used", "Addresses would identify those who live there, some of whom have fled violence. Section 40(2) and section 38(1) apply.", "s40(2)"),
        Ask("Amount spent on bed and breakfast in 2022/23", "£702,455"),
    ),
    (
        "School transport contracts",
        "Could you please send me details of the council’s contracts for home to school transport:",
        Ask("Name of each operator with a current contract", "There are 41 operators. Their names are in the contracts register, which is published, so section 21 applies.", "s21", link=("You will find it at", "contracts register", "https://www.highmoor.example/contracts")),
        Ask("When will the contracts next be tendered?", "In March 2026."),
        Ask("The price per mile paid to each operator", "Prices are commercially sensitive and are withheld under section 43(2) of the Act.", "s43(2)"),
    ),
    (
        "Potholes and compensation",
        "",
        Ask("How many claims for damage from potholes were received in 2021, 2022 and 2023?", "In 2021 there were 88 claims, in 2022 there were 131 and in 2023 there were 205."),
        Ask("How many were paid, and what was the total?", "37 claims were paid, to a total of £14,902."),
        Ask("Please provide all internal emails about the A999 surface since 2019.", "We estimate that it would take over 18 hours to locate and extract these. Section 12(1) of the Act applies and we are not obliged to comply with this part.", "s12"),
    ),
    (
        "Files on the Marlock tunnel",
        "I am researching the tunnel and would like to know about these pieces:",
        Ask("Why piece MT 44/1872 was withdrawn from the reading room", "MT 44/1872 was withdrawn after a reader told us that it names patients."),
        Ask("On whose authority this was done", "It was done under our reclosure policy. The name of the member of staff is personal information and is exempt under section 40(2).", "s40(2)"),
        Ask("When the review of it will be complete", "We do not hold a date for the end of the review.", "not held"),
    ),
    (
        "Student complaints",
        "Under the FOIA please provide the following, by academic year if possible:",
        Ask("How many formal complaints were received from students in 2022-23?", "The University received 143 formal complaints."),
        Ask("How many were upheld in full or in part?", "51 were upheld in full or in part."),
        Ask("What compensation was paid as a result?", "A total of £18,640 was paid."),
        Ask("The names of the departments complained about most often", "Computing, Law, and Nursing."),
    ),
    (
        "Fixed and mobile telephony",
        "Can you please complete the following on your telephony contracts?",
        Ask("Who is your provider of fixed lines?", "Tamar Telecom plc"),
        Ask("What is the annual spend with this provider?", "£61,200"),
        Ask("When does the contract expire?", "30/11/2026"),
        Ask("How many mobile handsets are in use?", "1,188"),
        Ask("What is the review date of the mobile contract?", "We do not hold this information; no review date has been set.", "not held"),
    ),
    (
        "Red squirrel survey",
        "I am looking for the following information on squirrels in the Trust’s woods:",
        Ask("The number of sightings of red squirrels recorded in 2023", "There were 216 sightings in 2023."),
        Ask("The grid references of their dreys", "Regulation 12(5)(g) applies to these, since publishing them would harm the animals.", "EIR 12(5)(g)"),
        Ask("The cost of the survey", "The survey cost £9,750 excluding VAT."),
    ),
    (
        "Body armour",
        "I write to request the following about body armour:",
        Ask("How many sets of body armour does the Service own?", "The Service owns 3,904 sets."),
        Ask("How many have passed their expiry date?", "None. Casino data was found to be unrelated and is left out."),
        Ask("What was paid for each set when last bought?", "The price per set is exempt under section 33(1)(b) of the Freedom of Information (Scotland) Act 2002, as release would harm the supplier.", "FOISA 33(1)(b)"),
        Ask("Please provide the risk assessment for stab vests.", "The information sought is not held by the Service, and this is a notice under section 17 to that effect.", "not held"),
    ),
    (
        "Wind turbine noise",
        "In relation to the turbines at Carn Ruadh, I wish to see:",
        Ask("Any noise readings taken since January 2022", "Readings are enclosed as Document 1."),
        Ask("Correspondence with the operator about noise", "Letters are enclosed as Document 2. Names in them have been removed under section 38(1)(b) of FOISA.", "FOISA 38(1)(b)"),
        Ask("The number of complaints from residents", "17 complaints had been received by 4 May."),
    ),
    (
        "Opening hours of the records office",
        "",
        Ask("Please tell me how many visitors came to the records office on each Saturday in May 2023, and whether it is planned to close on Saturdays.", "Visitors are not counted by day, so the first part is not held. There are no plans to close on Saturdays.", "not held"),
    ),
    (
        "Chief Officer expenses",
        "",
        Ask("Copies of all receipts submitted by the Chief Officer in 2023.", "Receipts are published each quarter on our website, so this is exempt under section 21.", "s21"),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
CYCLES, FACES, VETTING, CYBER, NURSES, HOUSING, BUSES, POTHOLES, TUNNEL, COMPLAINTS, TELEPHONY, SQUIRRELS, ARMOUR, TURBINES, HOURS, RECEIPTS = BY_TITLE  # fmt: skip


def requests(seed, *titles):
    """Return requests with these titles: their days and numbers rise from a seed."""
    return later_requests.requests(seed, *titles, among=BY_TITLE)


def matter_of(seed, title):
    """Return a request as what a letter is about."""
    return later_requests.matter_of(seed, title, among=BY_TITLE)
