"""Still more letters: some questions refused together, lists without numbers, parts asked back, answers between lines."""

SOME_REFUSED = """Estwick Port Authority

Our ref: EPA-FOI-61

Dear Requester

Subject: Tugs

You asked us on 3 March 2022:

1. How many tugs are there?
2. What are their masters paid?
3. How old is the oldest tug?
4. Where do the masters live?
5. Which masters have been disciplined?

We are refusing points 2, 4 and 5 of your request under section 40(2) of the Act, because the answers would identify single people. The answers to points 1 and 3 are:

1. There are six tugs.

3. It was built in 1988.

Yours sincerely

Harbour Master
"""

RANGE_WITH_DASH = """Ref: 4419/A

Dear Enquirer

Thank you for your request of 4 May 2021, which asked:

Q1 How many inspections were made in 2020?
Q2 Which kitchens failed?
Q3 What was found in each?
Q4 Was anyone prosecuted?

Q1: 212.

Q2–Q3: The reports are on our website and are exempt under section 21.

Q4: No.

Yours faithfully

Environmental Health
"""

BULLETS = """Saltford Fire and Rescue Service

Reference: SFRS 0097

Dear Applicant

Freedom of Information: Ladders

You have requested the following information:

- How many turntable ladders does the Service own?
- What was paid for the newest?
- When was each last tested?

Our response is as follows:

- Two.
- £412,000 in 2019.
- Both were tested in May 2022.

Yours sincerely

Information Team
"""

ASKED_BACK_IN_PART = """Ref: FOI 2022/19

Dear Ms Person

Thank you for your request of 6 June 2022:

1. How many street lamps are there?
2. How many are broken?
3. What do the new ones cost?

Answer to question 1: There are 4,118.

Answer to question 2: Please could you clarify which date you mean? The number changes daily.

Answer to question 3: £211 each.

Regards

Lighting
"""

TOPICS = """University of North Lindsea

FOI reference: UNL-22-044

Dear Requester

Request for information: Student union

You asked about the student union, namely: a) its income in 2021; b) its members; and c) the pay of its president.

(a) Income

The income in 2021 was £1.2 million.

(b) Members

There were 14,200 members.

(c) Pay

The president was paid £21,000.

Yours sincerely

Records Management
"""

MAIL_WITH_INTRODUCTION = """Dear A,

Thanks for this. My replies are below each of your questions.

> Dear Clerk,
>
> I should like to make a request about the cemetery:
>
> 1) How many plots are left?

Nineteen at the last count.

> 2) What does a plot cost?

£480 for residents, and £960 for others.

> 3) Who holds the keys?

That is personal data, and exempt under section 40(2).

> Thank you,
> A. Person

Best regards,

Clerk
"""

REPLIED_INLINE = """Hi,

Thank you for your email. Answers below, as you numbered them.

1. When was the hall built? - 1911.
2. Who built it? - We have no record of that.
3. Is there a plan of it? - Yes, in the county archive.

Kind regards,

Parish Clerk
"""

QUESTION_RESPONSE_LINES = """Midshire Police

FOI Ref: 882/22

Date: 2 August 2022

Dear Applicant

I am writing in response to your request for information received 8 July 2022.

Question 1 – How many officers were assaulted in 2021?
Response – 318 assaults were recorded.

Question 2 – How many of the attackers were charged?
Response – 201 were charged.

Question 3 – Copies of the reports.
Response – Refused by virtue of section 30(1)(a)(i) and section 40(2).

Section 30 – Investigations

The reports are held for investigations that go on.

Public Interest Test

Considerations favouring disclosure

It would help the public to know.

Considerations favouring non-disclosure

It would harm trials.

Your attention is drawn to your right of complaint.

Yours sincerely

Disclosure
"""

WHOLE_REFUSED = """Office of the Pier Inspector

Ref: OPI/7

Dear Requester

I refer to your request of 5 May 2022 for:

1. all reports on Estwick Pier since 2015
2. the names of their authors

I have decided to withhold all of this under section 31(1)(g), for the purposes in section 31(2)(c) of the Act.

The public interest in openness is outweighed by that in finding out who was to blame.

Yours sincerely

Pier Inspector
"""

NUMBERS_OVER_PARAGRAPHS = """Ref: 22-1180

Dear Requester

Thank you for your request about bees. You asked:

1. How many hives does the Council keep?

2. How much honey was made in 2021?

3. What was it sold for?

The information you have requested is as follows.

1. The Council keeps 14 hives.

They stand on the roof of the town hall, and were moved there in 2018.

2. 118 kilograms.

3. It was not sold. It was given to:

- the hospice
- two schools

Yours sincerely

Bees
"""

HEADED_QUESTIONS = """Dear Requester

FOI 33812 – Swimming pools

I refer to your request for information about swimming pools which was received on 1 June 2022.

*Question 1*

How many pools does the Council run?

*Answer*

Four.

*Question 2*

How many swimmers used each in 2021?

*Answer*

We do not record this.

Yours sincerely

Leisure
"""

LETTERS = {
    "some refused together": (SOME_REFUSED, "EPA-FOI-61", "Tugs", {
        "1": ("How many tugs are there?", "There are six tugs.", ()),
        "2": ("What are their masters paid?", "We are refusing points 2, 4 and 5 of your request under section 40(2) of the Act, because the answers would identify single people.", ("40(2)",)),
        "3": ("How old is the oldest tug?", "It was built in 1988.", ()),
        "4": ("Where do the masters live?", "We are refusing points 2, 4 and 5 of your request under section 40(2) of the Act, because the answers would identify single people.", ("40(2)",)),
        "5": ("Which masters have been disciplined?", "We are refusing points 2, 4 and 5 of your request under section 40(2) of the Act, because the answers would identify single people.", ("40(2)",)),
    }),
    "a range with a dash": (RANGE_WITH_DASH, "4419/A", None, {
        "1": ("How many inspections were made in 2020?", "212.", ()),
        "2": ("Which kitchens failed?", "The reports are on our website and are exempt under section 21.", ("21",)),
        "3": ("What was found in each?", "The reports are on our website and are exempt under section 21.", ("21",)),
        "4": ("Was anyone prosecuted?", "No.", ()),
    }),
    "bullets": (BULLETS, "SFRS 0097", "Ladders", {
        "1": ("How many turntable ladders does the Service own?", "Two.", ()),
        "2": ("What was paid for the newest?", "£412,000 in 2019.", ()),
        "3": ("When was each last tested?", "Both were tested in May 2022.", ()),
    }),
    "a question asked back": (ASKED_BACK_IN_PART, "FOI 2022/19", None, {
        "1": ("How many street lamps are there?", "There are 4,118.", ()),
        "2": ("How many are broken?", "Please could you clarify which date you mean? The number changes daily.", ()),
        "3": ("What do the new ones cost?", "£211 each.", ()),
    }),
    "headings behind letters": (TOPICS, "UNL-22-044", "Student union", {
        "a": ("its income in 2021", "The income in 2021 was £1.2 million.", ()),
        "b": ("its members", "There were 14,200 members.", ()),
        "c": ("the pay of its president.", "The president was paid £21,000.", ()),
    }),
    "a quoted mail's introduction": (MAIL_WITH_INTRODUCTION, None, None, {
        "1": ("How many plots are left?", "Nineteen at the last count.", ()),
        "2": ("What does a plot cost?", "£480 for residents, and £960 for others.", ()),
        "3": ("Who holds the keys?", "That is personal data, and exempt under section 40(2).", ("40(2)",)),
    }),
    "answers behind dashes": (REPLIED_INLINE, None, None, {
        "1": ("When was the hall built?", "1911.", ()),
        "2": ("Who built it?", "We have no record of that.", ()),
        "3": ("Is there a plan of it?", "Yes, in the county archive.", ()),
    }),
    "question and response on lines": (QUESTION_RESPONSE_LINES, "882/22", None, {
        "1": ("How many officers were assaulted in 2021?", "318 assaults were recorded.", ()),
        "2": ("How many of the attackers were charged?", "201 were charged.", ()),
        "3": ("Copies of the reports.", "Refused by virtue of section 30(1)(a)(i) and section 40(2).", ("30(1)(a)(i)", "40(2)")),
    }),
    "all withheld": (WHOLE_REFUSED, "OPI/7", None, {
        "1": ("all reports on Estwick Pier since 2015", ..., ...),
        "2": ("the names of their authors", ..., ...),
    }),
    "answers over paragraphs": (NUMBERS_OVER_PARAGRAPHS, "22-1180", None, {
        "1": ("How many hives does the Council keep?", "The Council keeps 14 hives.\n\nThey stand on the roof of the town hall, and were moved there in 2018.", ()),
        "2": ("How much honey was made in 2021?", "118 kilograms.", ()),
        "3": ("What was it sold for?", "It was not sold. It was given to:\n\n• the hospice\n\n• two schools", ()),
    }),
    "questions below headings": (HEADED_QUESTIONS, "FOI 33812", "Swimming pools", {
        "1": ("How many pools does the Council run?", "Four.", ()),
        "2": ("How many swimmers used each in 2021?", "We do not record this.", ()),
    }),
}  # fmt: skip
