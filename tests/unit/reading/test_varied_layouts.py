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
    ('h-ref-only', 'log.html', """\
<h2>Ref No: 7781/2020</h2><p><strong>Date received:</strong> 1 May 2020</p><p><strong>Subject:</strong> Speed cameras</p><h4>The request</h4><p>a) How many cameras are there?</p><p>b) How many work?</p><h4>Our reply</h4><p>a) 31</p><p>b) 29</p>
<h2>Ref No: 7782/2020</h2><p><strong>Date received:</strong> 2 May 2020</p><p><strong>Subject:</strong> Tasers</p><h4>The request</h4><p>How many tasers are held?</p><h4>Our reply</h4><p>Twelve are held.</p>""", [('7781/2020', 'Speed cameras', ['31', '29']), ('7782/2020', 'Tasers', ['Twelve'])]),
    ('ref-in-title-end', 'log.md', """\
## Staff sickness - FOI Request 4471

### What was requested

How many days were lost?

### What we disclosed

810 days were lost.

## Overtime - FOI Request 4472

### What was requested

What was paid for overtime?

### What we disclosed

£2,000 was paid.
""", [('4471', 'Staff sickness', ['810']), ('4472', 'Overtime', ['2,000'])]),
    ('table-per-record-header-row', 'log.html', """\
<table><tr><th colspan="2">FOI 61/22 Cycle lanes</th></tr><tr><td>Date of request</td><td>1 June 2022</td></tr><tr><td>Information sought</td><td>How long are the cycle lanes?</td></tr><tr><td>Information given</td><td>They are 9 miles long.</td></tr></table>
<table><tr><th colspan="2">FOI 62/22 Skips</th></tr><tr><td>Date of request</td><td>2 June 2022</td></tr><tr><td>Information sought</td><td>How many skip licences were issued?</td></tr><tr><td>Information given</td><td>There were 70 licences.</td></tr></table>""", [('FOI 61/22', 'Cycle lanes', ['9 miles']), ('FOI 62/22', 'Skips', ['70'])]),
    ('ministry-list', 'log.txt', """\
FOI releases: January 2015

FOI2014/08112: Contracts with caterers
Requester wanted to know the value of contracts with caterers.
Reply: The contracts are worth £90,000.

FOI2014/08113: Use of aircraft
Requester wanted to know the number of flights.
Reply: There were 13 flights.
""", [('FOI2014/08112', 'Contracts with caterers', ['90,000']), ('FOI2014/08113', 'Use of aircraft', ['13'])]),
    ('interleaved-italic', 'log.html', """\
<h3>Archive FOI 0012: Closed files</h3><p><em>How many files are closed?</em></p><p>There are 91 closed files.</p><p><em>When will they open?</em></p><p>They open in 2030.</p>
<h3>Archive FOI 0013: Maps</h3><p><em>How many maps are held?</em></p><p>We hold 300 maps.</p>""", [('FOI 0012', 'Closed files', ['91', '2030']), ('FOI 0013', 'Maps', ['300'])]),
    ('outcome-col', 'log.html', """\
<table><tr><th>Received</th><th>Ref</th><th>Summary of request</th><th>Outcome</th><th>Our answer</th></tr>
<tr><td>01/02/2021</td><td>U-551</td><td>Number of students with grants</td><td>Disclosed in full</td><td>There were 87.</td></tr>
<tr><td>02/02/2021</td><td>U-552</td><td>Cost of the new library</td><td>Withheld (s.43)</td><td>Section 43(2) applies.</td></tr></table>""", [('U-551', '', ['87']), ('U-552', '', ['43(2)'])]),
    ('bold-run-in-para', 'log.html', """\
<p><b>Our reference:</b> LBX-2020-1 <b>Topic:</b> Rats</p><p><b>Request:</b> How many rats were caught?</p><p><b>Response:</b> 90 rats were caught.</p>
<p><b>Our reference:</b> LBX-2020-2 <b>Topic:</b> Foxes</p><p><b>Request:</b> How many foxes were seen?</p><p><b>Response:</b> Five foxes were seen.</p>""", [('LBX-2020-1', 'Rats', ['90']), ('LBX-2020-2', 'Foxes', ['Five'])]),
    ('br-cell', 'log.html', """\
<table><tr><td><b>Ref:</b> DN 1001<br/><b>Title:</b> Kerbs<br/><b>Request:</b> How many kerbs were lowered?<br/><b>Response:</b> 14 kerbs.</td></tr>
<tr><td><b>Ref:</b> DN 1002<br/><b>Title:</b> Drains<br/><b>Request:</b> How many drains were cleared?<br/><b>Response:</b> 80 drains.</td></tr></table>""", [('DN 1001', 'Kerbs', ['14 kerbs']), ('DN 1002', 'Drains', ['80 drains'])]),
    ('hr-separated', 'log.txt', """\
REQUEST REFERENCE: WMP 331/19
DATE: 4 March 2019
REQUEST: How many drones crashed?
DECISION: Disclosed
RESPONSE: One drone crashed.
---------------------------------
REQUEST REFERENCE: WMP 332/19
DATE: 6 March 2019
REQUEST: How many boats are owned?
DECISION: Not held
RESPONSE: We own no boats.
""", [('WMP 331/19', '', ['One drone']), ('WMP 332/19', '', ['no boats'])]),
    ('sections-below', 'log.md', """\
# Requests answered in May

## School crossings

Request reference 2024-0091

How many crossings have a warden?

### Reply

There are 12 wardens.

## School meals

Request reference 2024-0092

How many meals are served?

### Reply

We serve 900 meals.
""", [('2024-0091', 'School crossings', ['12 wardens']), ('2024-0092', 'School meals', ['900'])]),
    ('paired-by-number-headed', 'log.html', """\
<h2>RFI 8801 Contract staff</h2><p><strong>Request</strong></p><ol><li>How many contract staff are there?</li><li>What are they paid?</li></ol><p><strong>Outcome</strong>: Part disclosed</p><p><strong>Response</strong></p><p>In answer to question 1: there are 8.</p><p>In answer to question 2: this is exempt under section 40(2).</p>
<h2>RFI 8802 Chairs</h2><p><strong>Request</strong></p><p>What do chairs cost?</p><p><strong>Outcome</strong>: Disclosed</p><p><strong>Response</strong></p><p>They cost £30.</p>""", [('RFI 8801', 'Contract staff', ['there are 8', '40(2)']), ('RFI 8802', 'Chairs', ['£30'])]),
    ('roman-q', 'log.txt', """\
Ref: AH/77

Request:
(i) How many horses were sold?
(ii) Who bought them?

Response:
(i) Three horses.
(ii) A farmer bought them.

Ref: AH/78

Request:
How many carts were sold?

Response:
One cart.
""", [('AH/77', '', ['Three horses', 'farmer']), ('AH/78', '', ['One cart'])]),
    ('question-label-each', 'log.html', """\
<h2>Case 90112 – Body cameras</h2><p>Question: How many cameras are in use?</p><p>Answer: 700 are in use.</p><p>Question: How many are broken?</p><p>Answer: Nine are broken.</p>
<h2>Case 90113 – Radios</h2><p>Question: How many radios are there?</p><p>Answer: There are 950.</p>""", [('90112', 'Body cameras', ['700', 'Nine']), ('90113', 'Radios', ['950'])]),
    ('date-title-inline', 'log.html', """\
<h3>12/01/2022 – Gritting routes (2022/0031)</h3><p>Q: How many routes are gritted?</p><p>A: 40 routes are gritted.</p>
<h3>13/01/2022 – Snow ploughs (2022/0032)</h3><p>Q: How many ploughs are there?</p><p>A: There are 6 ploughs.</p>""", [('2022/0031', 'Gritting routes', ['40']), ('2022/0032', 'Snow ploughs', ['6 ploughs'])]),
    ('only-ref-heads', 'log.txt', """\
FOI-2020-551
You requested: a list of empty shops in the town.
We disclosed: the list has 12 shops.

FOI-2020-552
You requested: the cost of the fair.
We disclosed: the fair cost £700.
""", [('FOI-2020-551', '', ['12 shops']), ('FOI-2020-552', '', ['£700'])]),
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
