"""Letters in the manner of ministries, universities, archives and offices elsewhere; written as those of forces are."""

MINISTRY_PROSE = """Ministry of Piers
Information Rights Team

Our ref: FOI2022/04471

21 September 2022

Dear Correspondent

Thank you for your email of 25 August 2022 requesting the following information:

“1. How many piers does the Ministry maintain?
2. What was spent on paint in 2021?
3. Please provide the report on the pier at Estwick.”

I am treating your correspondence as a request for information under the Freedom of Information Act 2000.

A search for the information has now been completed, and I can confirm that the Ministry holds some of it.

In response to your first question, the Ministry maintains nine piers.

Turning to your second question, £48,210 was spent on paint.

With regard to your third question, the report is being withheld under section 22 of the Act, as it will be published in spring.

If you have any questions about this letter, please contact this office.

Yours sincerely

Information Rights Team
"""

MINISTRY_ANNEX = """Department for Bridges

Reference: DB-0042-22

Dear Requester

Swing bridges

Thank you for your request of 3 May 2022. Your request is repeated at Annex A. Our response is at Annex B.

If you are unhappy with the way we have handled it, you may ask for an internal review.

Yours sincerely

Bridges Correspondence

Annex A: Your request

1. The number of swing bridges
2. The cost of keeping them in 2021

Annex B: Response

1. There are seven swing bridges.
2. It was £210,000.
"""

HOME_OFFICE = """Ref: 68114

8 May 2022

Dear Applicant

Thank you for your e-mail of 10 April in which you ask for the number of visas issued to lighthouse keepers since 2015. Your request has been handled as a request for information under the Freedom of Information Act 2000.

You ask three things: 1) the number of visas issued; 2) the number refused; and 3) the cost of deciding them.

1) 41 visas were issued.

2) Six were refused.

3) We do not hold the cost of single decisions.

If you are dissatisfied with this response you may request an independent internal review.

Yours sincerely

Visas
"""

ARCHIVE_REVIEW = """The Record House

CAS-90112

7 March 2022

Dear Enquirer

Thank you for your enquiry regarding a review of:

WORK 44/118 – Estwick harbour: plans of the tunnels

Your request was handled under the Freedom of Information Act 2000. I can confirm that we hold the information you requested.

Unfortunately, we are unable to open this record, as all of it is exempt under section 24(1) of the Act. It remains closed until 2031.

Section 24(1) covers what is needed to keep the nation safe.

Yours sincerely

Reviewing Officer
"""

SCOTTISH = """Inverlarch Council

Our Ref: FOISA 2201
Date: 6 June 2022

Dear Ms Person

FREEDOM OF INFORMATION (SCOTLAND) ACT 2002 – school meals

I refer to your request dated 10 May 2022. Your questions are repeated below with our responses.

Question 1: How many school meals were served in 2021?

Response: 1,204,338 meals.

Question 2: How many of them were returned uneaten?

Response: In terms of section 17 of the Act, this information is not held.

You have a right to ask for a review of our decision.

Yours sincerely

Education
"""

NESTED = """Estwick Borough Council
Reference: EIR/318

Dear Mr Person

Environmental Information Regulations 2004 – Sea wall

You asked the following on 2 February 2021:

1. For each survey of the sea wall since 2010:

(a) its date

(b) its cost

2. The name of each surveyor

Our answers are as follows.

1.

(a) Surveys were made in 2012 and 2018.

(b) They cost £8,000 and £9,500.

2. We have withheld the names under regulation 13(1).

Yours sincerely

Coast Team
"""

JOINT_REFUSAL = """University of Saltmarsh

Our ref: USM-118

Dear Enquirer

Request under the Freedom of Information Act: Examinations

Thank you for your message of 4 April 2022, in which you asked:

1. How many examinations were held in 2021?
2. How many candidates were caught cheating?
3. What are their names?
4. Which school did they come from?

The answers to questions 3 and 4 are exempt under section 40(2) of the Act. The remaining questions are answered below.

1. 412 examinations were held.

2. Nine.

Kind regards

Registry
"""

ASKED_BACK = """Ref: F0012291

Dear Requester

Thank you for your request of 9 May 2022, in which you asked for all correspondence about the new hall.

We need further information from you before we can deal with it. Please could you clarify which hall you mean, and for what dates? If we do not hear from you within three months we will treat the request as closed.

Kind regards

Information Office
"""

SIGNPOST = """Ref: RFI-4410

Dear Enquirer

*Request for information – Lifeboats*

You asked us how many lifeboats were launched from Saltmarsh in 2021.

We do not hold this information. You may wish to contact Saltmarsh Borough Council, which keeps the register.

Yours sincerely

Coast Office
"""

WELSH = """Cyngor Sir Eithin

Ein cyf: RHG 2214

Annwyl Ymgeisydd

Cais Rhyddid Gwybodaeth – Meysydd parcio

Diolch am eich cais a dderbyniwyd ar 4 Mai 2022. Gofynnoch:

1. Faint o feysydd parcio sydd gan y Cyngor?
2. Beth oedd yr incwm yn 2021?

Ein hymateb:

1. Mae gan y Cyngor 18 maes parcio.
2. £412,000.

Yn gywir

Tîm Gwybodaeth
"""

REVIEW = """Review reference: IR2022/17

4 May 2022

Dear Requester

INTERNAL REVIEW

Subject: Harbour dues

Your original request of 1 March 2022 was:

1. How much was taken in harbour dues in 2021?
2. Which owners have not paid?

Findings

I have considered the matter afresh.

Question 1: £118,400 was taken.

Question 2: the decision to rely on section 40(2) is upheld.

Conclusion

I uphold the original decision.

Yours sincerely

Head of Governance
"""

BOXED = """<p>Ref: FOI-771</p><p>Dear Requester</p><p>Thank you for your request for information about ferries.</p>
<table><tr><td><p>How many ferries ran late in May 2022?</p></td></tr></table>
<p>Eleven ferries ran late.</p>
<table><tr><td><p>What was the longest delay?</p></td></tr></table>
<p>Two hours and ten minutes.</p><p>Yours sincerely</p><p>Ferries</p>"""

PART_TWO = """Our ref: 22/0419

Dear Enquirer

Thank you for your request. You asked for:

Part 1 – the number of trees felled in 2021

Part 2 – the number planted

Part 3 – the contract with the nursery

Part 1: 318 trees were felled.

Part 2: 1,040 were planted.

Part 3: We are withholding the contract under section 43(2) of the Act.

Yours sincerely

Parks
"""

LETTERS = {
    "questions by their order": (MINISTRY_PROSE, "FOI2022/04471", None, {
        "1": ("How many piers does the Ministry maintain?", "the Ministry maintains nine piers.", ()),
        "2": ("What was spent on paint in 2021?", "£48,210 was spent on paint.", ()),
        "3": ("Please provide the report on the pier at Estwick.", "the report is being withheld under section 22 of the Act, as it will be published in spring.", ("22",)),
    }),
    "annexes": (MINISTRY_ANNEX, "DB-0042-22", "Swing bridges", {
        "1": ("The number of swing bridges", "There are seven swing bridges.", ()),
        "2": ("The cost of keeping them in 2021", "It was £210,000.", ()),
    }),
    "numbers in a sentence": (HOME_OFFICE, "68114", None, {
        "1": ("the number of visas issued", "41 visas were issued.", ()),
        "2": ("the number refused", "Six were refused.", ()),
        "3": ("the cost of deciding them.", "We do not hold the cost of single decisions.", ()),
    }),
    "a closed file": (ARCHIVE_REVIEW, "CAS-90112", "WORK 44/118 – Estwick harbour: plans of the tunnels", {
        None: (..., ..., ("24(1)",)),
    }),
    "Scotland": (SCOTTISH, "FOISA 2201", "school meals", {
        "1": ("How many school meals were served in 2021?", "1,204,338 meals.", ()),
        "2": ("How many of them were returned uneaten?", "In terms of section 17 of the Act, this information is not held.", ...),
    }),
    "parts below a question": (NESTED, "EIR/318", "Sea wall", {
        "1a": ("its date", "Surveys were made in 2012 and 2018.", ()),
        "1b": ("its cost", "They cost £8,000 and £9,500.", ()),
        "2": ("The name of each surveyor", "We have withheld the names under regulation 13(1).", ("EIR 13(1)",)),
    }),
    "several refused together": (JOINT_REFUSAL, "USM-118", "Examinations", {
        "1": ("How many examinations were held in 2021?", "412 examinations were held.", ()),
        "2": ("How many candidates were caught cheating?", "Nine.", ()),
        "3": ("What are their names?", "The answers to questions 3 and 4 are exempt under section 40(2) of the Act.", ("40(2)",)),
        "4": ("Which school did they come from?", "The answers to questions 3 and 4 are exempt under section 40(2) of the Act.", ("40(2)",)),
    }),
    "asked back": (ASKED_BACK, "F0012291", None, {
        None: (..., ..., ()),
    }),
    "signposted": (SIGNPOST, "RFI-4410", "Lifeboats", {
        None: (..., "We do not hold this information. You may wish to contact Saltmarsh Borough Council, which keeps the register.", ()),
    }),
    "Welsh": (WELSH, "RHG 2214", "Meysydd parcio", {
        "1": ("Faint o feysydd parcio sydd gan y Cyngor?", "Mae gan y Cyngor 18 maes parcio.", ()),
        "2": ("Beth oedd yr incwm yn 2021?", "£412,000.", ()),
    }),
    "a review": (REVIEW, "IR2022/17", "Harbour dues", {
        "1": ("How much was taken in harbour dues in 2021?", "£118,400 was taken.", ()),
        "2": ("Which owners have not paid?", "the decision to rely on section 40(2) is upheld.", ("40(2)",)),
    }),
    "questions in boxes": (BOXED, "FOI-771", None, {
        "1": ("How many ferries ran late in May 2022?", "Eleven ferries ran late.", ()),
        "2": ("What was the longest delay?", "Two hours and ten minutes.", ()),
    }),
    "parts of a request": (PART_TWO, "22/0419", None, {
        "1": ("the number of trees felled in 2021", "318 trees were felled.", ()),
        "2": ("the number planted", "1,040 were planted.", ()),
        "3": ("the contract with the nursery", "We are withholding the contract under section 43(2) of the Act.", ("43(2)",)),
    }),
}  # fmt: skip
