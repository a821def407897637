"""Letters as offices of several kinds lay them out."""

import pytest

from answerable.reading import read_bytes

FORCE = """FREEDOM OF INFORMATION REQUEST REFERENCE NO: 01/FOI/23/004512

I note you seek access to the following information:

1. The number of burglaries recorded in 2022
2. The number of those that were detected

DECISION

I have today decided to disclose the requested information.

Q1 - The number of burglaries recorded in 2022

412

Q2 - The number of those that were detected

57

COMPLAINT RIGHTS

You have the right to require a review.
"""

COUNCIL = """From: foi@northshire.example
Subject: FOI 24-1187 Potholes

Dear Mr Smith

Freedom of Information request - 24-1187

Thank you for your request which was received on 12 January 2024. We have completed our search.

You asked:
How many potholes were mended in 2023? Please list them by ward.
How much was spent on them in the same year?

Our response:
4,102 potholes were mended. A list by ward is attached.
The council spent £812,000 on potholes.

Yours sincerely
Information Team
"""

TRUST = """<p>Northshire Trust</p><p>FOI Ref: FOI.23.NOR112</p><p>Date: 14/02/2024</p><p>Dear Applicant,</p>
<p>Re: Freedom of Information Act 2000</p><p>Further to your request received on 17/01/2024, please see below.</p>
<table><tr><th>Question</th><th>Trust response</th></tr><tr><td>1. How many beds does the Trust have?</td><td>612</td></tr>
<tr><td>2. How many nurses are wanted?</td><td>41 nurses as of January 2024.</td></tr></table>
<p>Please do not hesitate to contact me.</p><p>Yours sincerely</p><p>FOI Officer</p>"""

MINISTRY = """Reference: FOI 12345
Dear Requester

I refer to your request which we received on 1 June 2023.

You asked for the following information from the Ministry of Works:

'How many statues are there in Northshire?
Who looks after them?'

1. There are 14 statues.
2. They are looked after by the council.

Appeal Rights

You have the right to request an internal review.

Yours sincerely
Statues Unit
"""

STAFF = """<p>RFI 1234</p><p>Dear Ms Person</p><p>Thank you for your email. Our answers are in bold below.</p>
<p>1) How many staff work from home?</p><p><b>212</b></p><p>2) How many of these are managers?</p><p><b>31</b></p>
<p>Kind regards</p><p>HR</p>"""

MAIL = """Our ref: 24/117

Dear Requester,

Thank you for your request.

> 1. How many foxes were seen?
> 2. How many were fed?

1. None were seen.
2. We do not hold this.

Regards
Parks
"""

QUOTED = """<p>Our reference: F-2010-00325</p><p>Dear Sir/Madam</p><p><b>FREEDOM OF INFORMATION REQUEST: TASERS</b></p>
<p>I write in connection with your request dated 3rd May 2010.</p><p><b>Request</b></p>
<p>You requested access to the following information:</p><blockquote><p>The number of times a Taser was fired in:</p>
<p>a) 2008</p><p>b) 2009</p></blockquote><p><b>Decision</b></p><p>a) 12</p><p>b) 19</p><p>Yours faithfully</p><p>H</p>"""

READ = [
    (FORCE, "01/FOI/23/004512", {"1": "412", "2": "57"}),
    (COUNCIL, "FOI 24-1187", {"1": "4,102 potholes were mended. A list by ward is attached.", "2": "The council spent £812,000 on potholes."}),
    (TRUST, "FOI.23.NOR112", {"1": "612", "2": "41 nurses as of January 2024."}),
    (MINISTRY, "FOI 12345", {"1": "There are 14 statues.", "2": "They are looked after by the council."}),
    (STAFF, "RFI 1234", {"1": "212", "2": "31"}),
    (MAIL, "24/117", {"1": "None were seen.", "2": "We do not hold this."}),
    (QUOTED, "F-2010-00325", {"a": "12", "b": "19"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ref", "answers"), READ)
def test_questions_are_answered_in_the_layouts_of_offices(text, ref, answers):
    reading = read_bytes(text.encode(), name="letter")

    (entry,) = reading.entries
    assert (reading.kind, entry.ref) == ("letter", ref)
    assert {one.label: one.answer for one in entry.questions} == answers


ARCHIVE = """CAS-84648

25 July 2021

Dear Enquirer

Freedom of Information Request: HO 287/1234

Thank you for your enquiry regarding a review of:

HO 287/1234 - Police: disturbances in Northshire

Your request has been handled under the Act. It gives you the right to be told whether we hold the information you have
requested.

We can confirm that we hold this file. It is closed under section 40(2).

Yours sincerely,
Reviewer
"""


def test_a_catalogue_reference_is_no_request_of_its_own():
    (entry,) = read_bytes(ARCHIVE.encode(), name="letter").entries

    assert (entry.ref, entry.request) == (
        "CAS-84648",
        "HO 287/1234 - Police: disturbances in Northshire",
    )
    assert entry.exemptions == ("40(2)",)


NUMBERS = [
    ("1\n\nOf dogs.\n\n2\n\nOf cats.\n\n3\n\n", []),
    ("How many dogs?\n\n412\n\nHow many cats?\n\n57\n\nThat is all.", ["412", "57"]),
]


@pytest.mark.parametrize(("text", "kept"), NUMBERS)
def test_a_number_alone_is_a_pages_only_where_it_counts_on(text, kept):
    reading = read_bytes(text.encode(), name="text")

    assert [one.text for one in reading.unread if one.text.isdecimal()] == kept
