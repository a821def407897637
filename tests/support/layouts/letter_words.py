"""What letters say besides questions and answers: how they refuse, why, and which rights they name; all invented."""

from tests.support.layouts.nodes import heading, para

# For each provision: its name, the harm, what speaks for disclosure, what against it, and the balance.
REASONS = {
    "31(1)(a)": (
        "Law enforcement",
        "To publish these details would tell a person intent on crime how and when to avoid being found. Put together with "
        "what other forces have released, it would show where our means end, and more crime would go undetected.",
        "The public pay for this equipment and may expect to know that it is used well; debate would be better informed.",
        "Crime that could have been prevented would not be, and money would have to be found to replace what had become "
        "useless once its limits were known to everybody.",
        "Having weighed these factors I find that the balance lies against disclosure at this time.",
    ),
    "31(3)": (
        "Law enforcement",
        "To confirm that such information is held would show whether this tactic is in use here; to deny it would show that it "
        "is not. Either would help whoever wishes to stay unseen, in this area and in those that border on it.",
        "A statement either way would show the public that the force is open about how it works.",
        "The tactic would lose its worth wherever its presence, or its absence, had been made known.",
        "The interest in neither confirming nor denying is the stronger one, and I have decided accordingly.",
    ),
    "43(2)": (
        "Commercial interests",
        "Rivals would learn what was paid and would shape their next offers by it, so that the next round of tenders would cost more.",
        "Openness about what is paid from public funds, and about whether it was good value, speaks for release.",
        "A supplier who must fear that prices are handed to rivals will not offer its best one.",
        "On balance the public is better served if the prices remain confidential while the agreement runs.",
    ),
    "31(1)(g)": (
        "Law enforcement: the functions of a regulator",
        "We depend on what inspected bodies tell us of their own accord. Were that published, less would be told and more would be missed.",
        "People who rely on tests have an interest in knowing how the laboratories that make them are overseen.",
        "The same people have a stronger interest in oversight that works.",
        "We find that the second interest is the weightier.",
    ),
}

COST_ADVICE = (
    "The Act obliges us to advise you on how a request could be brought within the limit. You may wish to ask for a single "
    "year, or for one of the four areas only; either should be feasible, though we cannot promise it before we have looked."
)


def reasons(provision, *, level=3, title="Section {provision} – {name}"):
    """Return the paragraphs that explain a refusal: harm, factors for and against, balance."""
    name, harm, favour, against, balance = REASONS[provision]
    return [
        heading(level, title.format(provision=provision, name=name)),
        para("Harm", bold=True),
        para(harm),
        para("Factors favouring disclosure", bold=True),
        para(favour),
        para("Factors favouring non-disclosure", bold=True),
        para(against),
        para("Balance", bold=True),
        para(balance),
    ]


def police_rights():
    """Return a force's words on complaints."""
    return [
        heading(2, "COMPLAINT RIGHTS"),
        para("Your attention is drawn to the sheet below, which sets out your right of complaint."),
        heading(3, "Are you unhappy with how your request has been handled?"),
        para(
            "You can ask the force to look at its decision again. A complaint has to reach us within 40 working days of the date of "
            "this letter, and will be considered by somebody who had no part in the first decision."
        ),
        heading(3, "The Information Commissioner"),
        para(
            "If you are still dissatisfied after that, you can apply to the Information Commissioner for a decision on whether the "
            "request was dealt with in accordance with the Act."
        ),
    ]


def council_rights(title="If you are not satisfied"):
    """Return a council's words on complaints."""
    return [
        para(title, bold=True),
        para(
            "You may ask for an internal review within two months of receiving this reply, by writing to the Monitoring Officer at the "
            "address above and quoting the reference number. If you then remain unhappy, the Information Commissioner can be reached at "
            "Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF."
        ),
    ]


def short_rights():
    """Return two sentences on complaints, as the last paragraph of a letter."""
    return [
        para(
            "Should you be unhappy with this response you have the right to ask us to review it, and after that the right to complain "
            "to the Information Commissioner (www.ico.org.uk)."
        )
    ]


def office(*lines):
    """Return a letterhead: the name of the body in bold, its address below."""
    name, *address = lines
    return [para(name, bold=True), *map(para, address)]


def closing(goodbye, *lines):
    """Return how a letter ends: a greeting, and who signed by their post."""
    return [para(goodbye), *map(para, lines)]
