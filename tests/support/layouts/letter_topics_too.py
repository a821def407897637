"""More of what letters are about: regulators, the environment, a records office, patrols of several forces."""

from tests.support.layouts.letter_topics import Topic

LABORATORIES = Topic(
    "Approval of testing laboratories",
    (
        (
            "the number of laboratories approved by you on 1 January {y}",
            "{k} laboratories were approved on that day, and three more have been approved since then.",
        ),
        (
            "the number of inspections of laboratories that you carried out in {y}",
            "{n} inspections were carried out, {m} of them without notice.",
        ),
        (
            "how many approvals were suspended in {y}, and for how long",
            "{m} approvals were suspended, for between nine days and five months.",
        ),
        (
            "the fee that a laboratory pays for approval, with any change to it since {y}",
            "A laboratory pays £{c} for approval. The fee has been the same since {y}.",
        ),
        (
            "the number of inspectors in post",
            "There are {m} inspectors in post, of whom two work part-time.",
        ),
        (
            "what is spent on travel by inspectors in a year",
            "Travel by inspectors cost £{d} in {y}, hotels included.",
        ),
    ),
    (
        (
            "the report of each inspection that led to a suspension",
            "These reports were made in the course of our regulatory functions and are withheld under section 31(1)(g) "
            "of the Act, because laboratories would be less frank with us if they were released.",
            ("s31(1)(g)",),
        ),
        (
            "the number of samples that approved laboratories lost",
            "This is not recorded by us and we therefore do not hold it.",
            ("not held",),
        ),
        (
            "the names of the people who complained about a laboratory",
            "The names are personal data, and section 40(2) of the Act exempts them.",
            ("s40(2)",),
        ),
    ),
)

DREDGING = Topic(
    "Dredging of the inner harbour",
    (
        (
            "How many cubic metres of silt were removed from the inner harbour in {y}?",
            "{n},000 cubic metres of silt were removed between January and March {y}.",
        ),
        (
            "Where was the silt taken?",
            "It was taken by barge to a licensed site {m} nautical miles off the coast.",
        ),
        (
            "Please provide the results of tests for metals in the silt before it was moved.",
            "Eleven samples were tested. The results are below.",
        ),
        (
            "What did the dredging cost?",
            "The dredging cost £{c}, which the harbour fund met in full.",
        ),
        (
            "Was an assessment made of the effect on the seagrass beds, and by whom?",
            "Yes. {firm} made an assessment in November {y}, which found no lasting effect.",
        ),
        (
            "On how many nights did work go on after 11 pm?",
            "Work went on after 11 pm on {m} nights, each of them agreed beforehand.",
        ),
    ),
    (
        (
            "Please supply all drafts of the assessment of effects on wildlife.",
            "The drafts are material still in the course of completion and unfinished documents, and are excepted "
            "from disclosure under regulation 12(4)(d).",
            ("EIR 12(4)(d)",),
        ),
        (
            "What did the tenderers who were not chosen offer?",
            "Their offers are confidential commercial information. Regulation 12(5)(e) applies and we have withheld them.",
            ("EIR 12(5)(e)",),
        ),
        (
            "How many fish were counted in the harbour after the dredging?",
            "We do not hold this information, as no count was made. Regulation 12(4)(a) therefore applies.",
            ("not held",),
        ),
    ),
)

CARS = Topic(
    "Pool cars",
    (
        (
            "How many pool cars does the office keep?",
            "The office keeps {m} pool cars at its two sites.",
        ),
        (
            "How many miles were driven in them during {y}?",
            "They were driven {n},400 miles in {y}.",
        ),
        (
            "How many of the cars are electric?",
            "Four of the cars are electric, and two more are on order.",
        ),
        (
            "What did the office pay for their insurance?",
            "Insurance cost £{c} for the year, for all cars together.",
        ),
        (
            "How many parking fines were received by drivers, and who paid them?",
            "{m} fines were received. Each was paid by the driver.",
        ),
        (
            "How many accidents were reported?",
            "{m} accidents were reported, none of them with an injury to anybody.",
        ),
        (
            "When will the present lease end?",
            "The lease, which is with {firm}, ends on 30 September {z}.",
        ),
    ),
    (
        (
            "Please list the number plates of the cars.",
            "Number plates are exempt under section 31(1)(a) of the Act, since knowing them would make it easier to "
            "follow a member of staff on a visit or to copy the plate.",
            ("s31(1)(a)",),
        ),
        (
            "How many journeys could have been made by train?",
            "The office holds no information that would answer this.",
            ("not held",),
        ),
        (
            "What discount did the leasing company give?",
            "The discount is withheld under section 43(2) of the Act: other customers would ask for the same, and "
            "the leasing company’s commercial interests would suffer.",
            ("s43(2)",),
        ),
    ),
)

ACADEMY = Topic(
    "Training of volunteers",
    (
        (
            "How many volunteers took part in training in {y}?",
            "{n} volunteers took part in at least one day of training in that year.",
        ),
        (
            "How many days of training were offered?",
            "{k} days were offered, a third of them at weekends.",
        ),
        (
            "What was spent on hiring rooms for it?",
            "£{c} was spent on rooms. Where a library gave us a room for nothing, nothing is counted.",
        ),
        (
            "Who leads the training?",
            "The training is led by our own staff, with one day a year by {firm}.",
        ),
        (
            "How many volunteers gave up within three months?",
            "{m} volunteers left within three months of their first day.",
        ),
    ),
    (
        (
            "What did volunteers write on their feedback forms?",
            "To copy out the forms would take {k} hours and more. This is beyond the appropriate limit and section "
            "12 of the Act applies.",
            ("s12",),
        ),
        (
            "Which volunteers have a criminal record?",
            "This is exempt under section 40(2) of the Act, because it is sensitive personal information about living people.",
            ("s40(2)",),
        ),
        (
            "How many volunteers have found paid work since then?",
            "We do not hold this. Nobody is asked about it after they have left.",
            ("not held",),
        ),
    ),
)
