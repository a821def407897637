"""The vocabulary that pseudo-requests are made of: all of it invented, no sentence of anybody's."""

# A title, what is counted, a unit that keeps it, and what is bought for it.
TOPICS = (
    ("Repairs of street lamps", "lamps", "the lighting team", "bulbs"),
    ("Overdue library books", "overdue loans", "the library desk", "book trolleys"),
    ("Swimming pool closures", "closures", "the leisure unit", "pool chemicals"),
    ("Licences for taxis", "licence reviews", "the licensing section", "door plates"),
    ("Felled trees in parks", "felled trees", "the tree officers", "chippers"),
    ("Bicycle patrols", "patrols", "the cycle squad", "bicycles"),
    ("Scanning of old maps", "scanned maps", "the map room", "scanners"),
    ("Lost property handed in", "lost items", "the property store", "storage crates"),
    ("Noise from building sites", "noise visits", "the noise desk", "sound meters"),
    ("Translation for visitors", "translated letters", "the language service", "headsets"),
    ("Flights of drones", "flights", "the air support unit", "drones"),
    ("Waiting lists for allotments", "allotment plots", "the allotments office", "water butts"),
    ("Filling of grit bins", "grit bins", "the winter crew", "rock salt"),
    ("Parking at the harbour", "parking notices", "the harbour wardens", "ticket machines"),
    ("Hire of meeting rooms", "room bookings", "the estates section", "projectors"),
    ("Retired service dogs", "retired dogs", "the dog section", "kennels"),
    ("Broken lifts", "lift failures", "the works department", "spare motors"),
    ("Apprentices taken on", "apprentices", "the training branch", "tool kits"),
    ("Public water fountains", "fountains", "the open spaces team", "filters"),
    ("Escaped livestock on roads", "escaped animals", "the control room", "trailers"),
    ("Missed calls to reception", "missed calls", "the front desk", "telephones"),
    ("Catering at training days", "training days", "the catering unit", "hot plates"),
    ("Graffiti on bridges", "graffiti reports", "the bridges section", "solvents"),
    ("Surveys of bats", "bat surveys", "the ecology group", "detectors"),
    ("Stolen garden tools", "tool thefts", "the rural unit", "marking kits"),
    ("Sandbags after the storm", "sandbag deliveries", "the flood desk", "pumps"),
    ("Uniforms returned by leavers", "returned uniforms", "the clothing store", "jackets"),
    ("Empty shops", "empty shops", "the trade office", "shutters"),
)

INTROS = (
    "I am writing about {title} and should be grateful for the following.",
    "Under the Freedom of Information Act I ask for these details on {title}.",
    "Please supply what is recorded about {title}, as set out here.",
    "My request concerns {title}.",
)

# What is asked, and what is answered: {n}, {m} are counts, {y} a year, {c} an amount.
ASKS = (
    (
        "How many {things} did {unit} record between April {y} and March {z}?",
        "In that period {unit} recorded {n} {things}, of which {m} were in the first quarter.",
    ),
    (
        "What was the total amount spent on {goods} during {y}?",
        "The amount spent on {goods} in {y} came to £{c}, not counting delivery.",
    ),
    (
        "Which supplier delivers {goods} to {unit} at present?",
        "The present supplier of {goods} is {firm}, whose agreement began in {y}.",
    ),
    (
        "When does the present agreement for {goods} come to its end?",
        "The agreement runs until 30 June {z} and may be prolonged once by a year.",
    ),
    (
        "How many members of staff work in {unit} on a usual weekday?",
        "On a usual weekday {m} people are on duty there, two of them part-time.",
    ),
    (
        "Does {unit} keep a written procedure for {things}?",
        "Yes, a procedure of {m} pages has been in force since October {y}.",
    ),
    (
        "Please state the longest time that any of the {things} took to settle in {y}.",
        "The longest took {n} days, owing to a delay in the delivery of {goods}.",
    ),
    (
        "How often are {goods} inspected, and by whom?",
        "They are inspected every {m} weeks by a technician whom {firm} sends.",
    ),
    (
        "Please give the number of complaints about {things} in {y}.",
        "There were {n} complaints in {y}; {m} of them were upheld in part or in full.",
    ),
    (
        "What share of the {things} in {y} was dealt with on the same day?",
        "{m} per cent were dealt with on the same day, a little more than the year before.",
    ),
)

REFUSALS = (
    (
        "Please name the officer in charge of {unit} in {y}.",
        "The name is exempt under section 40(2) of the Act, because it is the personal data of a junior member of staff.",
        "s40(2)",
    ),
    (
        "How many {things} are foreseen for the year {z}?",
        "No information is held on this, as {unit} makes no forecasts.",
        "not held",
    ),
    (
        "What price for each unit of {goods} does the agreement fix?",
        "The price is withheld under section 43(2) of the Act, since its release would prejudice the supplier’s commercial interests.",
        "s43(2)",
    ),
    (
        "On which sites does {unit} store {goods} at night?",
        "This is exempt under section 31(1)(a) of the Act: publishing it would be likely to prejudice the prevention of crime.",
        "s31(1)(a)",
    ),
)

COST = (
    "To find this we would have to open {n} paper files, each of which would take a quarter of an hour to read. "
    "That is beyond the appropriate limit, so section 12 of the Act applies and we are not obliged to comply."
)

HEADS = ("Figures for {y}", "{Goods}", "Staff of the unit", "Rules and procedures")
PARTS = (
    ("the number in the north of the area", "{n} in the north of the area"),
    ("the number in the south of the area", "{n} in the south, including two by the coast"),
    ("the cost of each, on average", "£{c} each, on average over the whole year"),
    ("the month with the most cases", "October, when {n} cases came in within ten days"),
    ("the name of the contractor used", "{firm} did this work throughout"),
)
FINEST = (
    ("those on a weekday", "{n} on weekdays and public holidays"),
    ("those on a weekend", "{m} on Saturdays and Sundays"),
)
FIRMS = (
    "Ardwell Supplies",
    "Cobnut & Daughters",
    "Perrin Fennimore",
    "Tallow Works",
    "Larkrise Trading",
)
PREFACES = (
    "Our searches are complete and the details are set out here.",
    "We have now finished looking for what you wanted.",
)
CLOSINGS = (
    "We hope that this is of use.",
    "Figures come from a live system and may change.",
)
LINKED = ("Further figures are on our", "open data page")
TABLED = "The figures by quarter are in the table."
QUARTERS = ("April to June", "July to September", "October to December", "January to March")
BODY = "Harrowmere and Estwick Joint Authority"
