"""Letters that quote the whole of a request, from its greeting to its signature, with nothing to set it apart."""

QUOTED_GREETING = """Larch Borough Council

Reference: RFI2022/410

11 May 2022

Dear Mx Requester

*RE: FREEDOM OF INFORMATION REQUEST – Bandstands*

Thank you for your e-mail dated 18 April 2022 requesting information. You wrote:

Dear Council,

I am writing a history of bandstands.

1. How many bandstands are there?
2. When was the newest built?

Many thanks for your help.

Our response

1. There are five.
2. It was built in 1936.

Yours sincerely

Parks Team
"""

QUOTED_WITH_SIGNATURE = """Our ref: 55120/LB

Dear Requester

Subject: Lidos

You asked us on 3 March 2022:

Dear Sir or Madam

1. How many lidos are open?
2. What does entry cost?

Kind regards

A requester

Response:

1. Two are open.
2. Entry costs £6.

Yours faithfully

Leisure Team
"""

QUOTED_HELLO = """Ref: HT-9008

Dear Enquirer

Subject: Hat stands

Your request was as follows:

Hello

Q1. How many hat stands are owned?
Q2. What did they cost?

Thanks

Our answers

Q1. We own 40.
Q2. £2,000.

Yours sincerely

Estates
"""

QUOTED_ONE = """Reference: ML 77/22

Dear Applicant

In your e-mail you asked:

Good morning,

How many mills are listed?

Our reply

There are 14.

Yours sincerely

Heritage Team
"""

LETTERS = {
    "a quoted greeting": (
        QUOTED_GREETING,
        "RFI2022/410",
        "Bandstands",
        {"1": (..., "There are five.", ()), "2": (..., "It was built in 1936.", ())},
    ),
    "a quoted greeting and a quoted signature": (
        QUOTED_WITH_SIGNATURE,
        "55120/LB",
        "Lidos",
        {"1": (..., "Two are open.", ()), "2": (..., "Entry costs £6.", ())},
    ),
    "a quoted hello": (
        QUOTED_HELLO,
        "HT-9008",
        "Hat stands",
        {"1": (..., "We own 40.", ()), "2": (..., "£2,000.", ())},
    ),
    "a quoted greeting above one question": (
        QUOTED_ONE,
        "ML 77/22",
        None,
        {None: (..., "There are 14.", ())},
    ),
}
