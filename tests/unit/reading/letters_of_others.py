"""More letters, of offices that answer in ranges, in tables of decisions, in two languages, or between the lines."""

ROMAN = """Coastal Waters Agency

Our reference: CWA/EIR/0219
Date: 4 July 2022

Dear Enquirer

Environmental Information Regulations 2004: Bathing water at Estwick

Your e-mail of 8 June 2022 asked for the following:

(i) the results of each sample in 2021
(ii) the cost of sampling
(iii) letters from the water company
(iv) the names of the samplers

Item (i) – The results are published at www.coast.example/samples.

Items (ii) and (iii) – We spent £14,300. There were no letters from the company.

Item (iv) – This is withheld under regulation 13(1), as it is personal data.

Yours sincerely

Customer Services
"""

RANGE = """Office of the Market Regulator

Ref: OMR-2022-88

Dear Requester

Thank you for your request of 2 August 2022. You asked for:

1. The number of licences refused in 2021
2. The names of the applicants
3. Their addresses
4. The reasons for each refusal
5. The fee for a licence

Our response to each question is as follows.

Question 1
Nineteen licences were refused.

Questions 2 to 4
We consider that this information is exempt under section 44(1)(a) of the Act, since the Markets Act forbids its disclosure.

Question 5
£180.

Should you wish to complain, please write to the Chief Executive.

Yours sincerely

Licensing
"""

DECISIONS_TABLE = """Estwick Police

FOI Reference: 0551/22

Dear Requester

Re: Police horses

I write in connection with your request for information dated 3 March 2022. The outcome of each part is in this table.

| No | Information requested | Decision | Exemption |
| 1 | Number of horses in service on 1 January 2022 | Disclosed: 14 horses. | None |
| 2 | Names of their riders | Withheld | Section 40(2) |
| 3 | Veterinary bills for 2021 | Not held | None |

Yours sincerely

Disclosure Officer
"""

TWO_LANGUAGES = """Cyngor Tref Eithin / Eithin Town Council

Our ref / Ein cyf: ETC-31

Dear Resident / Annwyl Breswylydd

Freedom of Information: Christmas lights

Thank you for your request of 1 December 2021 / Diolch am eich cais dyddiedig 1 Rhagfyr 2021.

Question 1 / Cwestiwn 1: What did the lights cost in 2021?

Answer / Ateb: £4,100.

Question 2 / Cwestiwn 2: How many complaints were made?

Answer / Ateb: None.

Yours sincerely / Yn gywir

Clerk / Clerc
"""

OPENED_IN_PART = """The Record House

Our ref: CAS-90377
7 June 2022

Dear Enquirer

MEPO 44/91 – Robbery at Estwick station

Thank you for your enquiry of 10 May 2022 about the above file, which is closed.

We have considered your request and can open part of the file. Pages 1 to 40 and 52 to 60 are open from today.

The other pages remain closed, as they are exempt under section 38(1)(a) and section 40(2) of the Act.

You can order a copy at the reading room.

Yours sincerely

Review Team
"""

COST_ADVICE = """Saltmarsh University Hospitals

FOI 22/871

Dear Applicant

Thank you for your request concerning missed appointments, received on 3 May 2022. You asked:

Q1. For each clinic since 2010, how many appointments were missed?

Q2. What were the reasons for each?

Q3. How many patients were charged?

In answer to Q3, no patient is charged.

Answering Q1 and Q2 would mean looking at 41,000 records, at four minutes each. It would exceed the cost limit, and we refuse both under section 12 of the Act.

You may wish to ask for one clinic and one year.

Kind regards

FOI Office
"""

ONE_QUESTION = """Ref: 2231

Dear Sir

Freedom of Information Act: Bollards

You asked us: How many bollards were knocked down in 2021?

Answer: 31 bollards were knocked down.

Yours faithfully

Streets
"""

PROSE_REQUEST_NUMBERED_ANSWERS = """Our ref: FOI-2022-101

Dear Ms Person

Thank you for your request. You asked how many allotments there are, what the rent is, and whether there is a list of those who wait.

1. There are 88 allotments.

2. The rent is £41 a year.

3. There is a list, with 19 names on it.

Yours sincerely

Parks
"""

QUOTED_WHOLE = """Ref: F-1102

Dear Enquirer

I refer to your request of 2 March 2022, which read as follows:

"Dear Council, I am doing research. Please tell me:
1. How many swans live on the lake?
2. Who feeds them?
Many thanks."

The Council's reply is:

1 – Some 22 swans at the last count.
2 – The rangers do.

Yours faithfully

Lakes
"""

LETTERED_BELOW_BOLD = """Ref: EN/77

Dear Requester

Your request for information about the ferry

Thank you for your e-mail of 3 May 2022. We answer your questions in turn.

*a) What does the ferry cost to run each year?*

£318,000 in 2021.

*b) Is it insured, and with whom?*

It is insured. The insurer's name is exempt under section 43(2) of the Act.

*c) A list of its captains since 1990.*

We hold no list from before 2004. Those since then are named on our website.

Kind regards

Harbour Office
"""

NO_NUMBERS_ECHOED = """North Lindsea Health Board

Our Ref: NLHB/FOISA/2022-19

Dear Requester

Request for Information: Parking at hospitals

I refer to your request, which I received on 9 May 2022. You asked:

How many parking spaces are there at Lindsea General?
How many fines were issued in 2021?
What became of the money?

I can respond as follows:

How many parking spaces are there at Lindsea General?
There are 812 spaces.

How many fines were issued in 2021?
No fines were issued.

What became of the money?
See above: there was none.

If you are not content with this response, you may ask for a review.

Yours sincerely

Corporate Services
"""

SECOND_PERSON = """BOROUGH OF LOW ESTWICK

Reference number: 10119-22

Dear Applicant

RE: Request under the Freedom of Information Act 2000 - Empty homes

Further to your request received on 1 June 2022, the information that you asked for is given below.

Request 1: Number of homes empty for more than two years
Response: 214

Request 2: Number brought back into use in 2021
Response: 31

Request 3: Addresses of those that remain empty
Response: Refused under section 31(1)(a) of the Act, because they would be a target for squatters.

Yours sincerely

Housing
"""

LETTERS = {
    "roman parts": (ROMAN, "CWA/EIR/0219", "Bathing water at Estwick", {
        "i": ("the results of each sample in 2021", "The results are published at www.coast.example/samples.", ()),
        "ii": ("the cost of sampling", "We spent £14,300. There were no letters from the company.", ()),
        "iii": ("letters from the water company", "We spent £14,300. There were no letters from the company.", ()),
        "iv": ("the names of the samplers", "This is withheld under regulation 13(1), as it is personal data.", ("EIR 13(1)",)),
    }),
    "a range": (RANGE, "OMR-2022-88", None, {
        "1": ("The number of licences refused in 2021", "Nineteen licences were refused.", ()),
        "2": ("The names of the applicants", ..., ("44(1)(a)",)),
        "3": ("Their addresses", ..., ("44(1)(a)",)),
        "4": ("The reasons for each refusal", ..., ("44(1)(a)",)),
        "5": ("The fee for a licence", "£180.", ()),
    }),
    "a table of decisions": (DECISIONS_TABLE, "0551/22", "Police horses", {
        "1": ("Number of horses in service on 1 January 2022", ..., ()),
        "2": ("Names of their riders", ..., ("40(2)",)),
        "3": ("Veterinary bills for 2021", ..., ()),
    }),
    "two languages": (TWO_LANGUAGES, "ETC-31", "Christmas lights", {
        "1": ("What did the lights cost in 2021?", "£4,100.", ()),
        "2": ("How many complaints were made?", "None.", ()),
    }),
    "opened in part": (OPENED_IN_PART, "CAS-90377", "MEPO 44/91 – Robbery at Estwick station", {
        None: (..., ..., ("38(1)(a)", "40(2)")),
    }),
    "a cost limit, and advice": (COST_ADVICE, "FOI 22/871", None, {
        "1": ("For each clinic since 2010, how many appointments were missed?", ..., ("12",)),
        "2": ("What were the reasons for each?", ..., ("12",)),
        "3": ("How many patients were charged?", "no patient is charged.", ()),
    }),
    "one question": (ONE_QUESTION, "2231", "Bollards", {
        None: ("How many bollards were knocked down in 2021?", "31 bollards were knocked down.", ()),
    }),
    "the whole message in quotation marks": (QUOTED_WHOLE, "F-1102", None, {
        "1": ("How many swans live on the lake?", "Some 22 swans at the last count.", ()),
        "2": ("Who feeds them?", "The rangers do.", ()),
    }),
    "letters in bold": (LETTERED_BELOW_BOLD, "EN/77", "Your request for information about the ferry", {
        "a": ("What does the ferry cost to run each year?", "£318,000 in 2021.", ()),
        "b": ("Is it insured, and with whom?", "It is insured. The insurer's name is exempt under section 43(2) of the Act.", ("43(2)",)),
        "c": ("A list of its captains since 1990.", "We hold no list from before 2004. Those since then are named on our website.", ()),
    }),
    "questions again, without numbers": (NO_NUMBERS_ECHOED, "NLHB/FOISA/2022-19", "Parking at hospitals", {
        "1": ("How many parking spaces are there at Lindsea General?", "There are 812 spaces.", ()),
        "2": ("How many fines were issued in 2021?", "No fines were issued.", ()),
        "3": ("What became of the money?", "See above: there was none.", ()),
    }),
    "request and response in turn": (SECOND_PERSON, "10119-22", "Empty homes", {
        "1": ("Number of homes empty for more than two years", "214", ()),
        "2": ("Number brought back into use in 2021", "31", ()),
        "3": ("Addresses of those that remain empty", "Refused under section 31(1)(a) of the Act, because they would be a target for squatters.", ("31(1)(a)",)),
    }),
}  # fmt: skip
