"""Letters in the manner of forces, councils and trusts: what is printed, and what a person reads there.

Each has its text, its reference, its title, and for each question what is asked, what is answered, and the sections.
Stars are bold, underscores italic; a line of bars is a table's row.
"""

NUMBERED_IN_ITALICS = """Westmoor Constabulary
Disclosure Unit, Bridge Road, Westmoor

Our ref: 1187/23

14 June 2023

Dear Mr Applicant

*Freedom of Information Request – Speed cameras*

Thank you for your request for information received by Westmoor Constabulary on 22 May 2023. You asked:

_1. How many fixed speed cameras does the force operate?_

_2. Which of them recorded the most offences in 2022?_

_3. The names of the staff who maintain them._

*Response*

Q1. 48 fixed cameras were in operation on 1 May 2023.

Q2. The camera at Harbour Street recorded 3,119 offences.

Q3. This information is exempt under Section 40(2) of the Act.

*Section 40 – Personal Information*

Section 40(2) is an absolute and class based exemption. Releasing names would breach the first data protection principle.

Should you be unhappy with this response, you may ask for an internal review.

Yours sincerely

Disclosure Officer
"""

NEITHER = """NORTH FENS POLICE
Reference: FOI-2023-0419

3 July 2023

Dear Requester

I write in response to your request dated 12 June 2023 concerning covert equipment.

You requested:

_Please confirm if your force owns a device that imitates a mobile telephone mast. If so, what did it cost?_

North Fens Police can neither confirm nor deny that it holds any information relevant to your request by virtue of the following exemptions: Section 24(2) National Security and Section 31(3) Law Enforcement.

*Evidence of harm*

To confirm would tell offenders what tactics may be used.

*Public interest considerations*

Factors favouring confirmation: the public would know how money is spent.

*Balance test*

The balance favours neither confirming nor denying.

Kind regards

Disclosure
"""

COUNCIL_BOLD_PLAIN = """Harrowmere District Council

Date: 2 March 2022
Our reference: 25511

Dear Ms Enquirer

Request for Information: Dog fouling

Thank you for your request received on 9 February 2022. Please see our response below.

*1. How many fines for dog fouling were issued in 2021?*

Forty-one fixed penalty notices.

*2. How much income did these raise?*

£2,870, before costs.

*3. Does the Council employ dog wardens? If so, how many?*

Yes. Two wardens, both full-time.

If you are not satisfied with our response you may request a review.

Yours sincerely

Information Team
"""

REQUEST_RESPONSE = """FOI Ref: 7781

Dear Sir/Madam

Freedom of Information Act 2000 – Libraries

I am writing further to your request of 4 April 2022. The council's response is set out below.

Request:

1) The number of libraries closed since 2015
2) The opening hours of each remaining library

Response:

1) Three libraries have closed since 2015.
2) This is published at www.harrowmere.example/libraries and is exempt under section 21 of the Act.

Yours faithfully

Governance
"""

TRUST_YES_NO = """Vale Hospitals NHS Foundation Trust

Ref: FOI 22-318

19 August 2022

Dear Applicant,

Thank you for your Freedom of Information request. Please find below the Trust's response to each of your questions.

1. Do you use an electronic prescribing system? Yes
2. If so, which supplier provides it? Meddraw Ltd
3. When does the contract end? 31 March 2025
4. Do you plan to replace it? No

If you are dissatisfied with the handling of your request you may ask for an internal review.

Yours sincerely

FOI Team
"""

TRUST_QUESTION_TABLE = """Northgate Ambulance Service NHS Trust

Reference: NAS/2023/118
Date: 4 May 2023

Freedom of Information request – Response times

We write further to your request dated 6 April 2023.

| No. | You asked | Our answer |
| 1 | How many calls were received in March 2023? | 21,408 |
| 2 | What was the mean response time? | 8 minutes 12 seconds |
| 3 | How many complaints were upheld? | The Trust does not hold this information. |

You may re-use this information free of charge.

FOI Lead
"""

PARISH_BETWEEN = """Hello,

Thank you for your message. I have put the answers between your questions.

> 1. Who owns the pond on the green?

The parish council does, since 1974.

> 2. What did the last clearing of it cost?

It cost £640 in 2019.

> 3. Who decided on that?

No minute of it is held.

Best wishes

Clerk to Lower Estwick Parish Council
"""

PARISH_TOP = """Good morning,

Your request has been logged as LEPC/412. My answers:

1. There are 22 benches.
2. £310 was spent on them last year.

Regards
The Clerk

From: A. Requester
Sent: 3 May 2023 19:20
To: The Clerk
Subject: Freedom of information – benches

Dear Clerk,

Please tell me under the Freedom of Information Act:

1. How many benches does the parish council own?
2. How much was spent on them last year?

Thank you
A. Requester
"""

TABLE_DECISION = """Our Ref: FOI 5120

Dear Requester

Thank you for your request of 1 March 2023, which is answered in the table below.

| Question | Response |
| Q1 How many officers were trained in 2022? | 112 officers were trained. |
| Q2 What did the training cost? | Exempt under section 43(2) of the Act. |

Section 43 – Commercial interests

Disclosure would be likely to prejudice the supplier.

Yours sincerely

Records
"""

COST_REFUSAL = """Eastmarch Police

Reference No: 2023/00871

Date: 11 October 2023

Dear Sir

*FOI request – Use of force forms*

I write in response to your request received on 14 September 2023, in which you asked for:

1. The number of use of force forms completed in each of the last ten years
2. A copy of each form

I regret to say that I cannot comply with your request. To locate and retrieve the information would exceed the appropriate limit of 18 hours, and your request is refused under section 12(1) of the Act.

By way of advice, a request for the figures of one year could be answered within the limit.

Yours faithfully

Disclosure Unit
"""

ADJACENT_ITALIC_ANSWERS = """Ref: REQ04417

Dear Enquirer

Thank you for your enquiry about grit bins. Your questions, with our answers in italics, are these:

1. How many grit bins are there in the borough?

_There are 311._

2. How often is each refilled?

_Once before winter, and on request._

3. What is the cost of the salt for one bin?

_£14.20._

Kind regards

Highways
"""

POINTS = """Council of Saltford
Our Ref: IG/2021/77

Dear Resident

Subject: Parking permits in Mill Lane

You wrote to us on 5 May 2021 to ask for the following:

a) the number of permits issued in 2020
b) the income from them
c) the number of complaints about them
d) the name of the officer in charge

Points (a) and (b): 214 permits were issued, and brought in £10,700.

Point (c): we received 16 complaints.

Your last point is refused under section 40(2), as it is personal data.

Yours sincerely

Parking Services
"""

LETTERS = {
    "numbered in italics": (NUMBERED_IN_ITALICS, "1187/23", "Speed cameras", {
        "1": ("How many fixed speed cameras does the force operate?", "48 fixed cameras were in operation on 1 May 2023.", ()),
        "2": ("Which of them recorded the most offences in 2022?", "The camera at Harbour Street recorded 3,119 offences.", ()),
        "3": ("The names of the staff who maintain them.", "This information is exempt under Section 40(2) of the Act.", ("40(2)",)),
    }),
    "neither confirmed nor denied": (NEITHER, "FOI-2023-0419", None, {
        None: ("Please confirm if your force owns a device that imitates a mobile telephone mast. If so, what did it cost?", ..., ("24(2)", "31(3)")),
    }),
    "questions in bold": (COUNCIL_BOLD_PLAIN, "25511", "Dog fouling", {
        "1": ("How many fines for dog fouling were issued in 2021?", "Forty-one fixed penalty notices.", ()),
        "2": ("How much income did these raise?", "£2,870, before costs.", ()),
        "3": ("Does the Council employ dog wardens? If so, how many?", "Yes. Two wardens, both full-time.", ()),
    }),
    "request and response": (REQUEST_RESPONSE, "7781", "Libraries", {
        "1": ("The number of libraries closed since 2015", "Three libraries have closed since 2015.", ()),
        "2": ("The opening hours of each remaining library", "This is published at www.harrowmere.example/libraries and is exempt under section 21 of the Act.", ("21",)),
    }),
    "answers on the questions' lines": (TRUST_YES_NO, "FOI 22-318", None, {
        "1": ("Do you use an electronic prescribing system?", "Yes", ()),
        "2": ("If so, which supplier provides it?", "Meddraw Ltd", ()),
        "3": ("When does the contract end?", "31 March 2025", ()),
        "4": ("Do you plan to replace it?", "No", ()),
    }),
    "a table and no greeting": (TRUST_QUESTION_TABLE, "NAS/2023/118", "Response times", {
        "1": ("How many calls were received in March 2023?", "21,408", ()),
        "2": ("What was the mean response time?", "8 minutes 12 seconds", ()),
        "3": ("How many complaints were upheld?", "The Trust does not hold this information.", ()),
    }),
    "answers between a mail's lines": (PARISH_BETWEEN, None, None, {
        "1": ("Who owns the pond on the green?", "The parish council does, since 1974.", ()),
        "2": ("What did the last clearing of it cost?", "It cost £640 in 2019.", ()),
        "3": ("Who decided on that?", "No minute of it is held.", ()),
    }),
    "a mail above the one that asked": (PARISH_TOP, "LEPC/412", "benches", {
        "1": ("How many benches does the parish council own?", "There are 22 benches.", ()),
        "2": ("How much was spent on them last year?", "£310 was spent on them last year.", ()),
    }),
    "a table, then grounds": (TABLE_DECISION, "FOI 5120", None, {
        "1": ("How many officers were trained in 2022?", "112 officers were trained.", ()),
        "2": ("What did the training cost?", "Exempt under section 43(2) of the Act.", ("43(2)",)),
    }),
    "refused for its cost": (COST_REFUSAL, "2023/00871", "Use of force forms", {
        "1": ("The number of use of force forms completed in each of the last ten years", ..., ("12(1)",)),
        "2": ("A copy of each form", ..., ("12(1)",)),
    }),
    "answers in italics": (ADJACENT_ITALIC_ANSWERS, "REQ04417", None, {
        "1": ("How many grit bins are there in the borough?", "There are 311.", ()),
        "2": ("How often is each refilled?", "Once before winter, and on request.", ()),
        "3": ("What is the cost of the salt for one bin?", "£14.20.", ()),
    }),
    "points that are named": (POINTS, "IG/2021/77", "Parking permits in Mill Lane", {
        "a": ("the number of permits issued in 2020", "214 permits were issued, and brought in £10,700.", ()),
        "b": ("the income from them", "214 permits were issued, and brought in £10,700.", ()),
        "c": ("the number of complaints about them", "we received 16 complaints.", ()),
        "d": ("the name of the officer in charge", "Your last point is refused under section 40(2), as it is personal data.", ("40(2)",)),
    }),
}  # fmt: skip
