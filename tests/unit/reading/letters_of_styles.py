"""Letters whose answers stand below the label of a question, or in another type; and addresses above them that name the Act."""

RESPONSE_TO_LETTERS = """Glenmore Council

Reference: GC-7714

Dear Sir or Madam

*Freedom of Information (Scotland) Act 2002: Gritting of pavements*

I refer to your request received on 4 December 2022, in which you asked:

_(a) the tonnes of grit spread in January 2022_

_(b) the number of pavements treated_

_(c) the names of the drivers_

I can advise as follows.

*Response to (a)*

The total was 412 tonnes.

*Response to (b)*

All 96 on the list were treated.

*Response to (c)*

These are withheld under section 38(1)(b) of the Act.

Yours faithfully

Roads Manager
"""

ANSWERS_TO_LETTERS = """Our ref: 88120-A

Dear Requester

You asked for:

(a) How many bins were stolen in 2021?

(b) What did new ones cost?

Answer to (a):

We recorded 31 thefts.

It may be more.

Answer to (b):

£44 each.

Yours sincerely

Waste Officer
"""

REPLY_TO_NUMBERS = """Ref: WM/2291

Dear Enquirer

*Wardens*

Thank you for your e-mail of 2 May 2022, in which you asked:

1. How many wardens are employed?

2. How many left in 2021?

We reply as follows.

*Reply to 1*

There are 17.

*Reply to 2*

None did.

Yours sincerely

Warden Office
"""

ONLY_ONE_HEADED = """Reference: SK-310

Dear Applicant

Subject: Ferries

You asked the following:

(a) How often did the ferry sail late in 2020?

(b) Who was told?

*Response to (a)*

It was late on 12 days.

*Response to (b)* – Passengers were told by text message.

Yours faithfully

Piers and Harbours
"""

BOLD_ANSWERS = """*Marlow Vale Council*
Email: foi@marlowvale.example
Our ref: 6120088
04/03/2022

Dear Requester,

*Freedom of Information Act 2000 – Franking machines*

Thank you for your request received on 08/02/2022. Our answers are in bold below.

1. Model(s) in use
*Postmark Quadra*
2. Year of purchase
*2017*
3. Lease or purchase
*Lease*
4. Who renews the lease? Please give a telephone number.
*Facilities Manager, 01632 960 001*

Yours sincerely

Information Governance Officer
"""

WEB_ADDRESS = """Pendle Vale Council
Web: www.pendlevale.example/foi – Freedom.Information@pendlevale.example
Ref: PV-4410

Dear Enquirer

*Environmental Information Regulations 2004: Culverts*

Thank you for your request, which asked:

1. How many culverts are there?
2. When were they last cleared?

Our response:

1. There are 38.
2. They were cleared in May 2021.

Yours sincerely

Drainage Team
"""

ASKED_TWICE = """*Port of Selwick*
Reference EIR6610
3 May 2022

Dear enquirer,

*Environmental Information Regulations 2004 – Slipway*

Thank you for your e-mail of 8 April 2022. This is what you would like to know:

(a) _Please provide the results of the survey of the slipway._
(b) _How many boats used it in 2020?_
(c) _Please provide the results of the survey of the slipway._

We can tell you the following.

*(a)*

The survey found two cracks.

*(b)*

640 boats used it.

*(c)*

As above, two cracks were found.

Yours sincerely

Harbour Clerk
"""

ASKED_TWICE_NUMBERED = """Ref: HB 2291/22

Dear Applicant

You asked:

1. How many complaints were made about noise?
2. How many of them were upheld?
3. How many complaints were made about noise?

Response

1. There were 48 complaints.
2. We upheld 11.
3. Please see our answer to the first: 48.

Yours faithfully

Complaints Team
"""

LETTERS = {
    "response to letters": (
        RESPONSE_TO_LETTERS,
        "GC-7714",
        "Gritting of pavements",
        {
            "a": ("the tonnes of grit spread in January 2022", "The total was 412 tonnes.", ()),
            "b": ("the number of pavements treated", "All 96 on the list were treated.", ()),
            "c": ("the names of the drivers", ..., ("FOISA 38(1)(b)",)),
        },
    ),
    "answers to letters": (
        ANSWERS_TO_LETTERS,
        "88120-A",
        None,
        {
            "a": (..., "We recorded 31 thefts.\n\nIt may be more.", ()),
            "b": ("What did new ones cost?", "£44 each.", ()),
        },
    ),
    "reply to numbers": (
        REPLY_TO_NUMBERS,
        "WM/2291",
        "Wardens",
        {
            "1": ("How many wardens are employed?", "There are 17.", ()),
            "2": ("How many left in 2021?", "None did.", ()),
        },
    ),
    "only one stands behind its label": (
        ONLY_ONE_HEADED,
        "SK-310",
        "Ferries",
        {
            "a": (..., "It was late on 12 days.", ()),
            "b": ("Who was told?", "Passengers were told by text message.", ()),
        },
    ),
    "answers in bold": (
        BOLD_ANSWERS,
        "6120088",
        "Franking machines",
        {
            "1": ("Model(s) in use", "Postmark Quadra", ()),
            "2": ("Year of purchase", "2017", ()),
            "3": ("Lease or purchase", "Lease", ()),
            "4": (..., "Facilities Manager, 01632 960 001", ()),
        },
    ),
    "an address that names the Act": (
        WEB_ADDRESS,
        "PV-4410",
        "Culverts",
        {
            "1": ("How many culverts are there?", "There are 38.", ()),
            "2": (..., "They were cleared in May 2021.", ()),
        },
    ),
    "asked under two letters": (
        ASKED_TWICE,
        "EIR6610",
        "Slipway",
        {
            "a": (..., "The survey found two cracks.", ()),
            "b": (..., "640 boats used it.", ()),
            "c": (..., "As above, two cracks were found.", ()),
        },
    ),
    "asked under two numbers": (
        ASKED_TWICE_NUMBERED,
        "HB 2291/22",
        None,
        {
            "1": (..., "There were 48 complaints.", ()),
            "2": (..., "We upheld 11.", ()),
            "3": (..., "Please see our answer to the first: 48.", ()),
        },
    ),
}
