"""What letters are about: invented questions and answers, by the kind of body that would be asked.

A topic is a title, its questions with their answers, and questions that are refused: with the answer and the
decisions in it. {n} and {k} are counts, {m} a small one, {c} and {d} amounts, {y} and {z} years, {firm} a name.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """A subject of a request: its title, what is asked and answered, and what is refused."""

    title: str
    asks: tuple
    refused: tuple


DRONES = Topic(
    "Drone flights",
    (
        (
            "How many flights did drones of the force make between 1 April {y} and 31 March {z}?",
            "{n} flights were logged in that period.",
        ),
        (
            "How many flights in {y} were made to look for a missing person?",
            "{m} flights of that year carry this purpose in the flight log.",
        ),
        (
            "Please give the make and the number of the drones that the force owns.",
            "The force owns {m} drones. All were bought from {firm}.",
        ),
        (
            "What has been spent on batteries and rotor blades in each of the last two financial years?",
            "£{c} was spent in {y} and £{d} in {z}.",
        ),
        (
            "The number of officers and of staff who hold a licence to fly them.",
            "{k} officers and {m} members of staff hold a licence at the date of your request.",
        ),
        (
            "Has any flight been reported to the aviation authority as an incident since January {y}? If so, how many?",
            "Yes. {m} flights were reported, none of which led to an injury.",
        ),
        (
            "Do you share drones with a neighbouring force, and under what agreement?",
            "Since {y} two drones have been shared with a neighbouring force under a memorandum that is renewed "
            "each spring. Neither side pays the other for their use.",
        ),
    ),
    (
        (
            "At what range from its pilot can each model be flown?",
            "The range of each model is exempt from disclosure by virtue of section 31(1)(a) of the Act (law enforcement).",
            ("s31(1)(a)",),
        ),
        (
            "Please name every pilot who holds a licence.",
            "The names are exempt under section 40(2) of the Act, as they are personal information of officers "
            "and staff who do not hold a public post.",
            ("s40(2)",),
        ),
        (
            "How many complaints did the makers of the drones receive about them?",
            "No information is held. Complaints to a maker are not passed on to the force.",
            ("not held",),
        ),
    ),
)

POTHOLES = Topic(
    "Potholes on minor roads",
    (
        (
            "How many potholes on unclassified roads were reported to the council in {y}?",
            "A total of {n} were reported, by telephone, online or by our own inspectors.",
        ),
        (
            "How many potholes were filled within the target time in {y}?",
            "{k} potholes were filled in time.",
        ),
        (
            "What is the average cost of filling one pothole?",
            "The council paid £{m}8 on average, traffic management included.",
        ),
        (
            "How many claims for damage to vehicles were received, and how many were paid?",
            "{n} claims came in during the year. Payment was made on {m} of them.",
        ),
        (
            "Which contractor carries out this work, and when does the contract end?",
            "{firm} carries out the work. The contract ends on 31 March {z}, with an option of two further years.",
        ),
        (
            "Please supply the depth at which a hole is treated as dangerous.",
            "A hole of {m}0 millimetres or more is treated as dangerous on any road with a footway.",
        ),
        (
            "The number of road inspectors employed on 1 April in {y} and in {z}",
            "{m} inspectors were employed on the first date, and one fewer on the second.",
        ),
    ),
    (
        (
            "What rate per square metre does the contract set?",
            "We are withholding the rate under section 43(2) of the Freedom of Information Act, because its "
            "release would be likely to prejudice the commercial interests of the contractor and of the council.",
            ("s43(2)",),
        ),
        (
            "How many potholes were filled twice in the same year?",
            "The council does not hold this. Repairs are recorded by street and not by hole.",
            ("not held",),
        ),
        (
            "Please provide the inspection report for each unclassified road since {y}.",
            "Reports are filed on paper at four depots. To find and copy them would take {m}0 hours, which is more "
            "than the 18 hours that the appropriate limit allows, so section 12 of the Act applies to this part.",
            ("s12",),
        ),
    ),
)

INTERPRETERS = Topic(
    "Interpreters in clinics",
    (
        (
            "How many appointments were booked with an interpreter in the financial year {y}/{z}?",
            "{n} appointments.",
        ),
        (
            "Which five languages were asked for most often?",
            "Polish, Romanian, Arabic, Cantonese and British Sign Language, in that order.",
        ),
        (
            "What did the Trust spend on interpreters in {y}/{z}?",
            "£{c}, of which £{d} was for telephone interpreting.",
        ),
        (
            "Is the service provided in house or by a contractor?",
            "By a contractor, {firm}, since {y}.",
        ),
        (
            "How many bookings were cancelled on the day?",
            "{m} bookings were cancelled on the day itself. The reason was given in all but two cases.",
        ),
        (
            "Does the Trust have a policy on family members who interpret?",
            "Yes. The policy says that a family member may help with directions and meals but not with consent.",
        ),
        (
            "How many staff have been trained to work with interpreters?",
            "{k} members of staff finished the course.",
        ),
        (
            "What was the longest wait for an interpreter in {y}, in days?",
            "{m} days, for a face-to-face interpreter of a language that is seldom asked for.",
        ),
    ),
    (
        (
            "How many patients were discharged without having had an interpreter they needed?",
            "The Trust does not hold this information: need is not recorded apart from a booking.",
            ("not held",),
        ),
        (
            "What hourly rate does the contract fix for each language?",
            "Exempt under section 43(2) of the Freedom of Information Act 2000, as the contract is about to be tendered again.",
            ("s43(2)",),
        ),
        (
            "For each cancelled booking, what did the patient’s notes say?",
            "Someone would have to read each set of notes by hand, at about {k} hours. Section 12(1) of the Act "
            "applies, as this is over the appropriate limit.",
            ("s12(1)",),
        ),
    ),
)

HOSPITALITY = Topic(
    "Hospitality at official events",
    (
        (
            "How many official receptions did the Department hold in {y}?",
            "The Department held {m} receptions in {y}, all but one of them on its own premises.",
        ),
        (
            "What was the total cost of food and drink at official receptions in {y}?",
            "Food and drink came to £{c} in total. This does not count the hire of glasses.",
        ),
        (
            "How many guests attended official receptions in {y}?",
            "{n} guests are recorded as having attended, counted by the badges that were handed out.",
        ),
        (
            "What share of the wine served came from stock that the Department already owned?",
            "About {m} per cent of the bottles came from stock. The rest were supplied by {firm}.",
        ),
        (
            "Whether any reception was paid for by a sponsor",
            "One reception was paid for in part by a sponsor, who contributed £{d} towards the room.",
        ),
        (
            "On what date was the hospitality policy last revised?",
            "The policy was last revised in October {y} and is due to be looked at again in {z}.",
        ),
    ),
    (
        (
            "Please give me the list of guests at the spring reception.",
            "The names of guests who do not hold public office are withheld under section 40(2) of the Act, since "
            "they could not have expected to see them published.",
            ("s40(2)",),
        ),
        (
            "What advice was given to ministers about whom to invite?",
            "This advice relates to the formulation of government policy and is exempt under section 35(1)(a) of the Act.",
            ("s35(1)(a)",),
        ),
        (
            "How many bottles were left over after each reception?",
            "The Department holds no record of what was left over.",
            ("not held",),
        ),
    ),
)

HALLS = Topic(
    "Repairs in student halls",
    (
        (
            "How many repairs were requested by residents of university halls in the year {y}/{z}?",
            "residents requested {n} repairs through the residents’ portal between September {y} and the end of "
            "the following August, a figure that counts each ticket once even where several rooms were affected.",
        ),
        (
            "How many repairs in halls concerned heating or hot water in {y}?",
            "{k} tickets were marked as heating or hot water by the person who took them, although the help desk "
            "may since have passed some of these tickets to the plumbing team under another mark.",
        ),
        (
            "How long did a repair take on average?",
            "the average time from a ticket being opened to its being closed was {m} days, weekends and the days "
            "between Christmas and New Year being counted in the same way as all other days.",
        ),
        (
            "What compensation has been paid to residents?",
            "the University paid £{c} to residents as goodwill, mainly as a reduction of the rent of the following "
            "term and never as a payment in cash, which the licence agreement does not provide for.",
        ),
        (
            "How many beds are there in halls that the university owns itself?",
            "there are {n} beds in the four halls that the University owns itself, two of which were refurbished in "
            "{y}, and none of which is at present let to anybody but students and visiting teachers.",
        ),
    ),
    (
        (
            "How many residents moved out because of a repair that was not made?",
            "the University does not hold this information, since a resident who leaves is not asked for a reason and "
            "the form on which they give notice has no place in which a reason could be entered.",
            ("not held",),
        ),
        (
            "Which rooms have had a repair open for more than a month?",
            "a list of rooms would identify the residents who live in them, and we therefore consider that it is exempt "
            "under section 40(2) of the Act as personal information about people other than yourself.",
            ("s40(2)",),
        ),
    ),
)

ALLOTMENTS = Topic(
    "Allotments at Mill Lane",
    (
        (
            "How many plots are there at Mill Lane?",
            "There are {k} plots, eleven of them half plots.",
        ),
        (
            "How many people are on the waiting list at the moment?",
            "{m} people.",
        ),
        (
            "What is the rent for a full plot?",
            "£{m}4 a year, water included.",
        ),
        (
            "When did the parish council last raise the rent?",
            "In April {y}, by £3.",
        ),
        (
            "How much did the new fence cost, and who put it up?",
            "It cost £{c} and was put up by {firm}.",
        ),
        (
            "Are there any minutes of the allotments committee for {y}?",
            "Yes, of three meetings; I can leave copies at the hall for you to collect.",
        ),
    ),
    (
        (
            "Who has the two plots that are overgrown?",
            "I’m afraid I can’t tell you that. Names of tenants are personal data and exempt under section 40(2).",
            ("s40(2)",),
        ),
        (
            "How much did the previous fence cost?",
            "We hold no record of this. Papers from before {y} went in a flood.",
            ("not held",),
        ),
    ),
)
