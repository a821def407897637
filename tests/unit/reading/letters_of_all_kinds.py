"""Letters whose parts stand in unusual places: answers in an annex, whole letters twice, tables with more columns."""

ANSWERS_IN_ANNEX = """Department for Piers

Our reference: DP/2022/0418

Date: 4 August 2022

Dear Enquirer

Freedom of Information Act 2000 – Pier lights

Thank you for your request of 7 July 2022. You asked for the following information:

1. The number of lamps on each pier
2. What they cost to light

The Department holds this information. It is set out in the annex to this letter, and some of it is withheld under section 43(2).

If you are unhappy with this reply, you may ask for an internal review.

Yours sincerely

Piers Division

ANNEX – INFORMATION RELEASED

1. Estwick Pier has 118 lamps, and Saltford Pier 64.

2. We are withholding the cost under section 43(2) of the Act.
"""

HELD_COLUMN = """Saltmarsh Clinical Board

Ref: SCB-FOI-0091

Dear Applicant

Re: Ambulance bays

Thank you for your request dated 5 May 2022. The Board's response is given below.

| Question | Do you hold this? | Response |
| 1. How many ambulance bays are there? | Yes | There are nine. |
| 2. How long is the average wait? | Yes | 31 minutes in April 2022. |
| 3. What does a wait of an hour cost? | No | We do not hold this. |

Yours sincerely

Corporate Office
"""

REPEATED_IN_BOLD = """Westmoor Fire Authority

Your request: 22 March 2022
Our reference: WFA 190

Dear Ms Person

I write in response to your request for information, in which you asked:

"How many fires were started by fireworks in 2021, how many people were hurt, and what damage was done?"

*How many fires were started by fireworks in 2021*

Nineteen.

*How many people were hurt*

Four.

*What damage was done*

We do not record damage.

Yours sincerely

Fire Safety
"""

NESTED_WITH_NUMBERS = """University of Estwick

FOI-22-3301

Dear Requester

Thank you for your request about laboratories. You asked:

1. For each laboratory:
(a) when was it built?
(b) who pays for it?
2. For the newest laboratory:
(a) what did it cost?
(b) who opened it?

Our answers are:

1(a) They were built between 1961 and 2018.
1(b) The University pays for all of them.
2(a) £11.2 million.
2(b) Nobody has opened it yet.

Kind regards

Information Compliance
"""

HEADINGS_AND_PARAGRAPHS = """<p>Ref: FOI/118</p><p>Dear Requester</p><h2>Your request</h2>
<p>How many trams ran in 2021?</p><p>How many of them were late?</p>
<h2>Our response</h2><p>41,212 trams ran in 2021.</p><p>2,118 of the trams were late.</p>
<h2>What to do if you are unhappy</h2><p>You can ask for an internal review.</p>
<p>Yours sincerely</p><p>Trams</p>"""

BOLD_REQUEST = """Northshire Fire

Reference: 2022-0091

Dear Requester

Your request:

*1. How many engines are over 20 years old? 2. How many broke down in 2021?*

Our reply:

1. Six.

2. Two, one of them twice.

Regards

Fleet
"""

REFERENCE_BELOW = """Dear Ms Person

Freedom of Information – Weather vanes

Thank you for your request of 2 May 2022. You asked who mends the weather vane on the town hall. We can confirm that a steeplejack from Estwick does.

If you write to us again, please quote the reference FOI-4471/22.

Yours sincerely

Town Clerk
"""

MEMO_TABLE = """<table><tr><td>Reference</td><td>FOI 2022/331</td></tr><tr><td>Subject</td><td>Night buses</td></tr>
<tr><td>Date</td><td>6 June 2022</td></tr></table><p>Dear Applicant</p>
<p>Thank you for your request for information. Your questions and our answers are as follows.</p>
<p>1. How many night buses run on a Friday?</p><p>Twelve.</p><p>2. How many people use them?</p><p>About 400.</p>
<p>Kind regards</p><p>Transport</p>"""

QUESTIONS_SPELT = """Ref: QA 11/22

Dear Sir

Thank you for your letter of 2 June 2022, which raised four questions about the museum. I answer them in the order in which you asked them.

First, you asked how many visitors came in 2021. There were 48,119.

Second, you asked what the museum cost. It cost £1.4 million.

Yours faithfully

Museum
"""

OFFICE_OF_REGULATOR = """Office for Ferries

Case reference: IC-20119-Z4

5 July 2022

Dear Requester

Your information request

We received your information request on 8 June 2022, which we have handled under the Freedom of Information Act 2000.

Request

You asked us:

“1. How many complaints about ferries did you receive in 2021?
2. How many were upheld?
3. Please provide the complaint about the MV Saltmarsh.”

Our response

We hold information within the scope of your request. We have answered your questions below.

1. We received 211 complaints.
2. 48 were upheld.
3. This is withheld under section 44 of the FOIA, which I explain below.

FOIA Section 44

Section 44(1)(a) prevents us from disclosing information where another law forbids it. The Ferries Act 1998 does so.

Advice and assistance

You may wish to look at our annual report.

Next steps

You can ask for a review.

Yours sincerely

Information Access Team
"""

UNNUMBERED_LINES = """Dear Mrs Person,

Thank you for your enquiry about the playing field. I have written my answers under your lines.

> the cost of cutting the grass in 2021

£2,140, paid to a contractor.

> the number of bookings in the same year

We took 61 bookings.

> the names of those who booked

These are personal data. Section 40(2) of the Act applies to them.

Kind regards,

Clerk to Estwick Parish Council
"""

TOP_POSTED = """Dear Mr Person,

Your request was received on 3 May and given the number LE-0441. We can answer as follows.

1. The hall was let on 212 days.

2. The income was £18,400.

3. We hold no list of those who hired it.

Yours sincerely

Clerk

On 3 May 2022 at 20:01, B Person wrote:

> Hello,
>
> This is a request under the FOI Act. Please send me:
>
> 1. the number of days on which the hall was let in 2021
> 2. the income from that
> 3. a list of the hirers
>
> Regards
> B Person
"""

LETTERS = {
    "lines without numbers": (UNNUMBERED_LINES, None, None, {
        "1": ("the cost of cutting the grass in 2021", "£2,140, paid to a contractor.", ()),
        "2": ("the number of bookings in the same year", "We took 61 bookings.", ()),
        "3": ("the names of those who booked", "These are personal data. Section 40(2) of the Act applies to them.", ("40(2)",)),
    }),
    "a mail quoted below": (TOP_POSTED, "LE-0441", None, {
        "1": ("the number of days on which the hall was let in 2021", "The hall was let on 212 days.", ()),
        "2": ("the income from that", "The income was £18,400.", ()),
        "3": ("a list of the hirers", "We hold no list of those who hired it.", ()),
    }),
    "answers in an annex": (ANSWERS_IN_ANNEX, "DP/2022/0418", "Pier lights", {
        "1": ("The number of lamps on each pier", "Estwick Pier has 118 lamps, and Saltford Pier 64.", ()),
        "2": ("What they cost to light", "We are withholding the cost under section 43(2) of the Act.", ("43(2)",)),
    }),
    "a column that says what is held": (HELD_COLUMN, "SCB-FOI-0091", "Ambulance bays", {
        "1": ("How many ambulance bays are there?", "There are nine.", ()),
        "2": ("How long is the average wait?", "31 minutes in April 2022.", ()),
        "3": ("What does a wait of an hour cost?", "We do not hold this.", ()),
    }),
    "parts of both questions": (NESTED_WITH_NUMBERS, "FOI-22-3301", None, {
        "1a": ("when was it built?", "They were built between 1961 and 2018.", ()),
        "1b": ("who pays for it?", "The University pays for all of them.", ()),
        "2a": ("what did it cost?", "£11.2 million.", ()),
        "2b": ("who opened it?", "Nobody has opened it yet.", ()),
    }),
    "headings and paragraphs": (HEADINGS_AND_PARAGRAPHS, "FOI/118", None, {
        "1": ("How many trams ran in 2021?", "41,212 trams ran in 2021.", ()),
        "2": ("How many of them were late?", "2,118 of the trams were late.", ()),
    }),
    "a request in bold": (BOLD_REQUEST, "2022-0091", None, {
        "1": ("How many engines are over 20 years old?", "Six.", ()),
        "2": ("How many broke down in 2021?", "Two, one of them twice.", ()),
    }),
    "a reference below": (REFERENCE_BELOW, "FOI-4471/22", "Weather vanes", {
        None: (..., "We can confirm that a steeplejack from Estwick does.", ()),
    }),
    "a memorandum's head": (MEMO_TABLE, "FOI 2022/331", "Night buses", {
        "1": ("How many night buses run on a Friday?", "Twelve.", ()),
        "2": ("How many people use them?", "About 400.", ()),
    }),
    "a regulator": (OFFICE_OF_REGULATOR, "IC-20119-Z4", None, {
        "1": ("How many complaints about ferries did you receive in 2021?", "We received 211 complaints.", ()),
        "2": ("How many were upheld?", "48 were upheld.", ()),
        "3": ("Please provide the complaint about the MV Saltmarsh.", "This is withheld under section 44 of the FOIA, which I explain below.", ...),
    }),
}  # fmt: skip
