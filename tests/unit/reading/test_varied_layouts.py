"""Logs and letters as bodies lay them out: each a few records in an order, or with words, of its own."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.as_json import reading_as_json

# The name of the case, the file's name, its text, and of each record: reference, title, answers.
LAYOUTS = [
    ('footer-ref', 'log.html', """\
<h2>Parking fines</h2><p><b>Request</b></p><p>How many parking fines were issued in 2021?</p><p><b>Reply</b></p><p>We issued 44 fines.</p><p>Reference: FOI 2201 | Closed 4 May 2022</p>
<h2>Library books</h2><p><b>Request</b></p><p>How many books were lost?</p><p><b>Reply</b></p><p>None were lost.</p><p>Reference: FOI 2202 | Closed 5 May 2022</p>
<h2>Street lamps</h2><p><b>Request</b></p><p>How many lamps failed?</p><p><b>Reply</b></p><p>Nine lamps failed.</p><p>Reference: FOI 2203 | Closed 6 May 2022</p>""", [('FOI 2201', 'Parking fines', ['44 fines']), ('FOI 2202', 'Library books', ['None were']), ('FOI 2203', 'Street lamps', ['Nine'])]),
    ('title-after-request', 'log.txt', """\
Ref: 10234

Request: How many horses does the force keep?

Subject: Horses

Response: The force keeps twelve horses.

Ref: 10235

Request: How many kennels are there?

Subject: Kennels

Response: There are six kennels.
""", [('10234', 'Horses', ['twelve']), ('10235', 'Kennels', ['six'])]),
    ('one-cell', 'log.html', """\
<table><tr><th>Ref</th><th>Date</th><th>Request and response</th></tr>
<tr><td>FOI/101</td><td>3 March 2022</td><td><p>Request: How many grit bins are there?</p><p>Response: There are 40.</p></td></tr>
<tr><td>FOI/102</td><td>4 March 2022</td><td><p>Request: Who fills the bins?</p><p>Response: The highways team does.</p></td></tr></table>""", [('FOI/101', '', ['There are 40']), ('FOI/102', '', ['highways'])]),
    ('qa-running', 'log.txt', """\
FOI 3301 Staff parking

Q1 How many spaces are there? A1 There are 30 spaces. Q2 What do they cost? A2 They cost nothing.

FOI 3302 Canteen

Q1 How many meals were sold? A1 Some 900 meals. Q2 Who runs it? A2 The Trust runs it.
""", [('FOI 3301', 'Staff parking', ['30 spaces', 'cost nothing']), ('FOI 3302', 'Canteen', ['900', 'The Trust runs'])]),
    ('numbered-table', 'log.html', """\
<h3>FOI 771 - Agency nurses</h3><table><tr><th>No.</th><th>Question</th><th>Answer</th></tr><tr><td>1</td><td>How many agency nurses worked in 2020?</td><td>There were 17.</td></tr><tr><td>2</td><td>What was paid to agencies?</td><td>We paid £4,000.</td></tr></table>
<h3>FOI 772 - Bank staff</h3><table><tr><th>No.</th><th>Question</th><th>Answer</th></tr><tr><td>1</td><td>How many bank staff are there?</td><td>There are 55.</td></tr><tr><td>2</td><td>Who books them?</td><td>The ward books them.</td></tr></table>""", [('FOI 771', 'Agency nurses', ['17', '4,000']), ('FOI 772', 'Bank staff', ['55', 'ward'])]),
    ('response-first', 'log.txt', """\
Reference 5510
Subject: Drones
Response: The force has two drones.
Request: How many drones does the force have?

Reference 5511
Subject: Dogs
Response: The force has nine dogs.
Request: How many dogs does the force have?
""", [('5510', 'Drones', ['two drones']), ('5511', 'Dogs', ['nine dogs'])]),
    ('date-before-ref', 'log.md', """\
# Disclosure log

**12 April 2023**

**FOI-23-0101**

**Tree felling**

**Question:** How many trees were felled?

**Answer:** 31 trees.

**14 April 2023**

**FOI-23-0102**

**Hedges**

**Question:** How long are the hedges?

**Answer:** Four miles.
""", [('FOI-23-0101', 'Tree felling', ['31 trees']), ('FOI-23-0102', 'Hedges', ['Four miles'])]),
    ('outcome-lines', 'log.md', """\
### Vacant shops (FOI 8841)

**Request** – Please list the vacant shops.

**Decision** – Granted in full

**Information provided** – There are three vacant shops.

### Empty homes (FOI 8842)

**Request** – Please state the number of empty homes.

**Decision** – Refused

**Information provided** – Section 31 applies to the addresses.
""", [('FOI 8841', 'Vacant shops', ['three vacant']), ('FOI 8842', 'Empty homes', ['Section 31'])]),
    ('accordion', 'log.html', """\
<div class="accordion"><h3><button>FOI23/001: Pothole claims</button></h3><div class="panel"><h4>Request</h4><p>1. How many claims were made?</p><p>2. How many were paid?</p><h4>Response</h4><p>1. There were 20.</p><p>2. Two were paid.</p></div>
<h3><button>FOI23/002: Bus lanes</button></h3><div class="panel"><h4>Request</h4><p>How many bus lanes are there?</p><h4>Response</h4><p>There are four.</p></div></div>""", [('FOI23/001', 'Pothole claims', ['There were 20', 'Two were']), ('FOI23/002', 'Bus lanes', ['four'])]),
    ('details', 'log.html', """\
<details><summary>2021-114 Overseas travel</summary><p>Request – How many trips abroad were made?</p><p>Response – Staff made 5 trips.</p></details>
<details><summary>2021-115 Taxis</summary><p>Request – What was spent on taxis?</p><p>Response – We spent £90.</p></details>""", [('2021-114', 'Overseas travel', ['5 trips']), ('2021-115', 'Taxis', ['£90'])]),
    ('upper', 'log.txt', """\
CASE 2017/044
TOPIC: FLAGS
REQUEST
How many flags does the castle own?
RESPONSE
The castle owns seven flags.

CASE 2017/045
TOPIC: CANNONS
REQUEST
How many cannons are there?
RESPONSE
There are three cannons.
""", [('2017/044', 'FLAGS', ['seven flags']), ('2017/045', 'CANNONS', ['three cannons'])]),
    ('numbered-labels', 'log.txt', """\
Freedom of Information responses, June

Request 1: How many lecturers are on short contracts?

Response 1: There are 61 of them.

Request 2: How many students left in the first year?

Response 2: 112 students left.

Request 3: What did the new sign cost?

Response 3: It cost £700.
""", [('1', 'lecturers', ['61']), ('2', 'students', ['112']), ('3', 'sign', ['700'])]),
    ('qdot-adot', 'log.txt', """\
Meadow Hospital – FOI 21/330 – Theatre cancellations

Q. How many operations were cancelled?
A. 41 were cancelled.

Q. What were the reasons?
A. Mostly lack of beds.

Meadow Hospital – FOI 21/331 – Parking

Q. What does parking cost?
A. It costs £2 an hour.
""", [('FOI 21/330', 'Theatre cancellations', ['41', 'Mostly']), ('FOI 21/331', 'Parking', ['£2'])]),
    ('blank-separated', 'log.html', """\
<h2>FOI 0098 – Fire drills</h2><h3>Information requested</h3><p>How many drills were held?</p><p>Who led them?</p><p>How long did they last?</p><h3>Information supplied</h3><p>Four drills were held.</p><p>The warden led them.</p><p>Each lasted ten minutes.</p>
<h2>FOI 0099 – Alarms</h2><h3>Information requested</h3><p>How many alarms rang?</p><h3>Information supplied</h3><p>One rang.</p>""", [('FOI 0098', 'Fire drills', ['Four', 'warden', 'ten minutes']), ('FOI 0099', 'Alarms', ['One rang'])]),
    ('letters', 'log.txt', """\
Dear Sir or Madam

Freedom of Information request: our reference FOI-4401

Thank you for your request of 3 May 2022. You asked:

"How many lifeboats are stationed at the port?"

There are two lifeboats at the port.

Yours faithfully

Information team

Dear applicant

Freedom of Information request: our reference FOI-4402

Thank you for your request of 9 May 2022. You asked:

"How many buoys were replaced?"

Seven buoys were replaced.

Yours faithfully

Information team
""", [('FOI-4401', '', ['two lifeboats']), ('FOI-4402', '', ['Seven buoys'])]),
    ('bold-lead-in', 'log.html', """\
<h3>Ref. 24-0611 Warships</h3><p><strong>You asked</strong> how many warships were sold in 2015.</p><p><strong>We replied</strong> that three were sold.</p>
<h3>Ref. 24-0612 Boots</h3><p><strong>You asked</strong> what was spent on boots.</p><p><strong>We replied</strong> that £5,000 was spent.</p>""", [('24-0611', 'Warships', ['three were sold']), ('24-0612', 'Boots', ['5,000'])]),
    ('caption', 'log.html', """\
<table><caption>Road signs</caption><tr><td>Our ref</td><td>RFI 771</td></tr><tr><td>Asked</td><td>How many signs were stolen?</td></tr><tr><td>Told</td><td>Eleven were stolen.</td></tr></table>
<table><caption>Bollards</caption><tr><td>Our ref</td><td>RFI 772</td></tr><tr><td>Asked</td><td>How many bollards were hit?</td></tr><tr><td>Told</td><td>Three were hit.</td></tr></table>""", [('RFI 771', 'Road signs', ['Eleven']), ('RFI 772', 'Bollards', ['Three'])]),
    ('no-title', 'log.txt', """\
FOI request 1141

What was asked: How many bottles were bought?

What was disclosed: 200 bottles.

FOI request 1142

What was asked: How many cups were bought?

What was disclosed: 30 cups.
""", [('1141', '', ['200 bottles']), ('1142', '', ['30 cups'])]),
    ('ref-after', 'log.md', """\
## Museum loans

**What did they want to know?** How many objects are on loan?

**What did we say?** 19 objects are on loan.

*FOI reference: MUS/22/04*

## Museum thefts

**What did they want to know?** How many objects were stolen?

**What did we say?** No objects were stolen.

*FOI reference: MUS/22/05*
""", [('MUS/22/04', 'Museum loans', ['19 objects']), ('MUS/22/05', 'Museum thefts', ['No objects'])]),
    ('wide-unknown', 'log.html', """\
<table><tr><th>Log no</th><th>Month</th><th>Theme</th><th>Enquiry received</th><th>Trust's answer</th></tr>
<tr><td>611</td><td>June</td><td>Wheelchairs</td><td>How many wheelchairs were repaired last year?</td><td>There were 90 repairs.</td></tr>
<tr><td>612</td><td>June</td><td>Hoists</td><td>How many hoists are in use on the wards?</td><td>There are 14 hoists.</td></tr></table>""", [('611', 'Wheelchairs', ['90']), ('612', 'Hoists', ['14 hoists'])]),
    ('ref-in-parens-line', 'log.txt', """\
Title: Wedding venues (ref CCC 4411/22), received 1 June 2022

Applicant's question
How many venues are licensed?

Council's answer
There are 31 licensed venues.

Title: Burials (ref CCC 4412/22), received 3 June 2022

Applicant's question
How many burials took place?

Council's answer
There were 12 burials.
""", [('CCC 4411/22', 'Wedding venues', ['31']), ('CCC 4412/22', 'Burials', ['12 burials'])]),
    ('question-headings', 'log.md', """\
# FOI 90/21: Night buses

## 1. How many night buses run?

Five run each night.

## 2. What do they cost?

They cost £3,000.

# FOI 91/21: Trams

## 1. How many trams run?

Two trams run.

## 2. Who drives them?

Trained drivers do.
""", [('FOI 90/21', 'Night buses', ['Five', '3,000']), ('FOI 91/21', 'Trams', ['Two trams', 'Trained'])]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "expected"), [row[1:] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS]
)
def test_records_are_read_in_any_order_and_words(name, text, expected):
    entries = reading_as_json(read_bytes(text.encode(), name=name))["entries"]

    assert len(entries) == len(expected)
    for entry, (ref, title, answers) in zip(entries, expected, strict=True):
        assert entry["ref"] == ref
        assert title in entry["title"]
        assert len(entry["title"].split()) <= len(title.split()) + 3 or len(ref) == 1 or not title
        given = [question["answer"] or "" for question in entry["questions"]]
        assert [sum(answer in one for one in given) for answer in answers] == [1] * len(given)
        assert all(answer in one for answer, one in zip(answers, given, strict=True))
