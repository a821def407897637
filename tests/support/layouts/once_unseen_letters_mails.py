"""Answers that went out as mails: unseen until rules were written because of them."""

from tests.support.layouts.as_mail import headers
from tests.support.layouts.letter_topics import ALLOTMENTS
from tests.support.layouts.letter_words import closing, short_rights
from tests.support.layouts.letters import Point, Sheet, matter
from tests.support.layouts.nodes import Look, Quote, para
from tests.support.layouts.shapes import Layout

_MAILS = ("eml", "html", "txt")


def between_the_lines():
    """A clerk who answers between the lines of the mail that asked: question behind ">", answer bare."""
    some = (
        matter(441, ALLOTMENTS, of=5, refused={3: 0}),
        matter(442, ALLOTMENTS, of=4, refused={4: 1}),
    )
    return [_between(about) for about in some]


def _between(about):
    sheet = Sheet(about, ("1)",))
    ref = f"LPC {about.serial}"
    request = [para("Under freedom of information, may I ask the parish council:")]
    answers, body = [], []
    for path in sheet.points:
        question, told = sheet.question(path), sheet.told(path)
        body += [Quote((question,), "mail"), *told]
        request.append(question)
        answers += told
    parts = [
        para("Hello, my replies are between your questions below. The clerk"),
        para(f"Our ref: {ref}"),
        para("-----Original message-----"),
        para("From: A. Requester"),
        para(f"Sent: {about.received} 21:07"),
        para("To: clerk@larkrise.example"),
        para(f"Subject: {about.title}"),
        Quote((para("Dear Clerk"), request[0]), "mail"),
        *body,
        Quote((para("Thank you"), para("A. Requester")), "mail"),
    ]
    look = Look(mail=headers(f"RE: {about.title}", about.answered_on))
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def reply_above():
    """A museum’s mail: an answer in prose, below it the mail that asked in paragraphs without any label."""
    asked = (
        (
            "I would like to know how many stuffed birds the museum lent to schools in 2019.",
            "I would also like to see the list of schools that broke one.",
        ),
        (
            "Please tell me how many people used the lift in the east wing on the day of the fair.",
            "Was anybody stuck in it, and for how long?",
        ),
    )
    told = (
        (
            "The museum lent 41 stuffed birds to schools in 2019.",
            "We are not able to send you the list of schools. It is exempt under section 43(2) of the Act, since the schools are customers of our loans service.",
            ("s43(2)",),
        ),
        (
            "We do not hold a count of people in the lift, as there is nothing in it that counts.",
            "Nobody is reported to have been stuck in it on that day.",
            ("not held",),
        ),
    )
    return [
        _reply(seed, questions, answers)
        for seed, questions, answers in zip((443, 444), asked, told, strict=True)
    ]


def _reply(seed, questions, said):
    about = matter(seed, ALLOTMENTS, of=1)
    sheet = Sheet(about)
    ref = f"EMT-FOI-{about.serial}"
    first, second, codes = said
    answers = sheet.tells((), Point("", first, codes), after=(second,))
    request = [para(words) for words in questions]
    parts = [
        para("Dear A. Requester,"),
        para(f"Thank you for your message below, which has the reference {ref}."),
        *answers,
        *short_rights(),
        *closing("Kind regards,", "Visitor Services, Estwick Museums Trust"),
        para(f"On {about.received} A. Requester wrote:"),
        Quote((para("Hi there,"), *request, para("All the best, A.")), "mail"),
    ]
    look = Look(
        mail=headers(f"Your FOI request ({ref})", about.answered_on, "visits@museums.example")
    )
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look, titles=False)


LAYOUTS = (
    Layout("between-the-lines", _MAILS, between_the_lines),
    Layout("reply-above", _MAILS, reply_above),
)
