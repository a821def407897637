"""More vocabulary, for logs of many bodies: all of it invented, no sentence of anybody's."""

# A title, what is counted, a unit that keeps it, and what is bought for it.
TOPICS = (
    ("Mounted patrols at fairs", "mounted patrols", "the stables", "saddles"),
    ("Fingerprint kits", "lifted prints", "the scenes unit", "powder brushes"),
    ("Calls about hoax alarms", "hoax calls", "the call centre", "headphones"),
    ("Hydrants out of order", "faulty hydrants", "the water officers", "standpipes"),
    ("Chip pan fires", "kitchen fires", "the safety team", "fire blankets"),
    ("Interpreters on wards", "interpreted visits", "the ward office", "tablets"),
    ("Hand gel dispensers", "refills", "the hygiene nurses", "dispensers"),
    ("Porters and trolleys", "porter journeys", "the porters’ lodge", "trolleys"),
    ("Missed outpatient visits", "missed visits", "the bookings hub", "reminder cards"),
    ("Loans of skeleton casts", "cast loans", "the anatomy store", "plaster casts"),
    ("Resits in engineering", "resits", "the registry", "calculators"),
    ("Hall damp complaints", "damp complaints", "the residences office", "dehumidifiers"),
    ("Conservation of flags", "treated flags", "the textile studio", "silk thread"),
    ("Mislaid museum labels", "mislaid labels", "the gallery stewards", "label holders"),
    ("Readers’ tickets withdrawn", "withdrawn tickets", "the reading room", "foam wedges"),
    ("Files wanting from shelves", "wanting files", "the repository staff", "archive boxes"),
    ("Licences for lotteries", "lottery licences", "the permits desk", "seals"),
    ("Warnings to hauliers", "written warnings", "the traffic examiners", "weigh pads"),
    ("Inspections of scales", "scale inspections", "the measures branch", "test weights"),
    ("Car share scheme", "shared journeys", "the travel office", "parking tags"),
    ("Office plants", "plant visits", "the facilities group", "planters"),
    ("Language classes for staff", "class hours", "the learning hub", "workbooks"),
    ("Ferry timetable changes", "late sailings", "the piers section", "gangways"),
    ("Peat paths and bridges", "path repairs", "the ranger service", "boardwalks"),
    ("Beach litter surveys", "survey walks", "the coast wardens", "litter tongs"),
    ("School crossing patrols", "patrolled crossings", "the road safety unit", "signs on poles"),
    ("Bilingual road signs", "replaced signs", "the signs workshop", "posts"),
    ("Choir hire of the assembly hall", "choir evenings", "the halls office", "music stands"),
    ("Rooftop beehives", "hive checks", "the sustainability cell", "smokers"),
    ("Vending machines", "machine faults", "the canteen board", "cup lids"),
)

# Questions and answers as people put them who write much.
ASKS = (
    (
        "Please tell me the number of {things} logged in the financial year {y}/{z}. If it is held by quarter, "
        "I would like it by quarter.",
        "{Unit} logged {n} {things} in {y}/{z}. We do not divide the figure by quarter for that year.",
    ),
    (
        "State how much was paid for {goods} in the calendar year {y}, including any tax.",
        "Payments for {goods} in {y} amounted to £{c} with tax.",
    ),
    (
        "I wish to know the firm from which {goods} are obtained, and since when.",
        "They have been obtained from {firm} since May {y}.",
    ),
    (
        "Has {unit} had its budget cut at any time since {y}?",
        "Its budget was lowered once, by £{c}, in the spring of {z}.",
    ),
    (
        "Provide the average waiting time, in days, for {things} during {y}.",
        "The average was {m} days.",
    ),
    (
        "Is there a policy that covers {goods}? If so, when was it last reviewed?",
        "There is such a policy. It was last reviewed in November {y} and will be looked at again in {z}.",
    ),
    (
        "How many people are trained to use {goods}, and how many of them have had refresher training?",
        "{n} people are trained to use them; {m} have had refresher training in the last two years.",
    ),
    (
        "The number of times that {goods} were found to be unsafe.",
        "{m} times in all, most of them in {y}.",
    ),
    (
        "Which three months of {y} saw the most {things}?",
        "March, July and September, with {n} between them.",
    ),
    (
        "What does {unit} do with old {goods}?",
        "They are sold by {firm} on our behalf, and brought in £{c} in {y}.",
    ),
)

# Questions and answers of few words.
TERSE = (
    ("Number of {things} in {y}", "{n}"),
    ("Number of {things} in {z}", "{m}"),
    ("Spend on {goods}, {y} to {z}", "£{c}"),
    ("Name of the present supplier of {goods}", "{firm}"),
    ("Are {goods} leased or owned?", "Owned"),
    ("Contract end date", "31/03/{z}"),
    ("Was a tender held?", "Yes"),
    ("Staff in {unit} (whole-time equivalent)", "{m}.5"),
    ("Is the work of {unit} audited?", "Yes, each year"),
    ("Longest time open, in days", "{n} days"),
)

# Questions that are refused, with answers that name the provision.
REFUSALS = (
    (
        "Give the home postcode of each person who reported {things} in {y}.",
        "We are withholding the postcodes. They could identify people, and are exempt under section 40(2) of the "
        "Freedom of Information Act.",
        "s40(2)",
    ),
    (
        "Supply the bids of the firms that did not win the contract for {goods}.",
        "The bids are being withheld under Section 43(2) (commercial interests).",
        "s43(2)",
    ),
    (
        "Supply the report on {unit} that is being written this winter.",
        "The report will be published in the spring of {z}, and until then is exempt under section 22(1) of the Act.",
        "s22(1)",
    ),
    (
        "How many {things} took place before 1974?",
        "Information not held: records of {things} begin in 1974.",
        "not held",
    ),
    (
        "Supply the plan of the locks and alarms of {unit}.",
        "This is refused under s31(1)(a), as it would help those who mean to break in.",
        "s31(1)(a)",
    ),
    (
        "Supply the advice that the solicitor gave to {unit} on {goods}.",
        "That advice is covered by legal professional privilege and exempt from disclosure by virtue of section 42(1).",
        "s42(1)",
    ),
)

# The same under the Act of Scotland.
SCOTTISH = (
    (
        "Give the names of those in {unit} who worked on {things}.",
        "An exemption under section 38(1)(b) of FOISA (personal information) applies to the names.",
        "FOISA 38(1)(b)",
    ),
    (
        "Supply the price list of {goods} that was agreed in {y}.",
        "An exemption under section 33(1)(b) of FOISA (substantial prejudice to commercial interests) applies to the list.",
        "FOISA 33(1)(b)",
    ),
    (
        "How many {things} took place on Sundays?",
        "This is a formal notice under section 17(1) of FOISA that we do not have the information you ask for.",
        "not held",
    ),
)

# Refusals whose provision stands in a column of its own, and nowhere else.
QUIET = (
    ("The name of whoever signed for {goods} in {y}", "Name of officer not released", "s40(2)"),
    ("Unit prices of {goods} in the contract of {y}", "Prices not released", "s43(2)"),
    ("Every e-mail of {unit} about {things} since {y}", "Too costly to collate", "s12"),
    ("Night-time rota of {unit}", "Rota not released", "s31(1)(a)"),
    ("Forecast of {things} to {z}", "No such forecast exists", "not held"),
)

HEADS = ("In respect of {things}:", "With regard to {goods}:", "For {unit} as a whole:")
PARTS = (
    ("how many there were in {y}", "{n} in {y}"),
    ("how many there were in {z}", "{m} in {z}"),
    ("what was spent on them", "£{c}, without overheads"),
    ("who is accountable for them", "The head of service is accountable for them"),
    ("how long each takes, on average", "{m} working days, on average"),
)
NOTES = (
    "Counts below five are rounded.",
    "Provisional: the year is not closed.",
    "Without the island stations.",
    "Taken from the paper register.",
)
