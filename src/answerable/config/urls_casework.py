"""The addresses on which officers work: for people who signed in only, and in English."""

from django.urls import URLPattern, path

from answerable.web.casework import (
    asked_before,
    assigning,
    assigning_many,
    attaching,
    cases,
    choosing,
    clearing,
    deciding,
    entering,
    exporting,
    hiding,
    lettering,
    lines,
    linking,
    lists,
    outgoing,
    recording,
    saving,
    searching,
    splitting,
    watching,
    work,
)
from answerable.web.casework.bodies.urls import addresses as bodies
from answerable.web.casework.campaigns.urls import addresses as campaigns
from answerable.web.casework.challenging.urls import addresses as challenging
from answerable.web.casework.clashes.urls import addresses as clashes
from answerable.web.casework.following.urls import addresses as following_addresses
from answerable.web.casework.importing.urls import addresses as importing
from answerable.web.casework.publishing.step_urls import step_addresses
from answerable.web.casework.publishing.urls import draft_addresses
from answerable.web.casework.redacting.urls import addresses as redacting
from answerable.web.casework.releasing.urls import addresses as releasing
from answerable.web.casework.retaining.urls import addresses as retaining
from answerable.web.casework.statistics.urls import addresses as statistics
from answerable.web.casework.teaching.urls import addresses as teaching
from answerable.web.casework.timing.urls import addresses as timing
from answerable.web.casework.turning.urls import TURNING

_REQUEST = "requests/<slug:reference>/"

CASEWORK: list[URLPattern] = [
    *following_addresses,
    path("start/", outgoing.start, name="start"),
    path("work/", work.my_work_page, name="work"),
    path("mail/", outgoing.outgoing, name="outgoing"),
    path("requests/", lists.requests_page, name="requests"),
    path("requests.csv", exporting.requests_file, name="requests-file"),
    *bodies,
    *importing,
    *timing,
    path("requests/watched/", watching.watched, name="requests-watched"),
    path("requests/workload/", work.workload_page, name="workload"),
    path("requests/assign/", assigning_many.assign_page, name="requests-assign"),
    path("requests/search/", searching.search_page, name="request-search"),
    path("requests/filters/", saving.save_page, name="request-filters"),
    path("requests/filters/removal/", saving.remove_page, name="request-filter-removal"),
    path("requests/new/", entering.new_request, name="request-new"),
    path(_REQUEST, cases.case, name="request"),
    path(f"{_REQUEST}assignment/", assigning.assignment, name="request-assignment"),
    path(f"{_REQUEST}validity/", recording.validity, name="request-validity"),
    path(f"{_REQUEST}events/", recording.events, name="request-events"),
    path(f"{_REQUEST}notes/", recording.notes, name="request-notes"),
    path(f"{_REQUEST}messages/", recording.incoming, name="request-messages"),
    path(
        f"{_REQUEST}messages/<slug:digest>/<int:place>",
        recording.incoming_file,
        name="message-file",
    ),
    path(f"{_REQUEST}requester/", hiding.requester, name="request-requester"),
    path(f"{_REQUEST}links/", linking.links, name="request-links"),
    path(f"{_REQUEST}watching/", watching.watching, name="request-watching"),
    path(f"{_REQUEST}restriction/", hiding.restriction, name="request-restriction"),
    path(f"{_REQUEST}questions/", splitting.questions, name="request-questions"),
    path(f"{_REQUEST}questions/<str:part>/", deciding.decision, name="question-decision"),
    path(f"{_REQUEST}asked-before/", asked_before.asked_before_page, name="request-asked-before"),
    path(f"{_REQUEST}clearance/", clearing.clearance, name="request-clearance"),
    path("account/mail", choosing.mail_choice, name="account-mail"),
    path("standard-lines/", lines.all_lines, name="standard-lines"),
    path("standard-lines/new/", lines.new_line, name="standard-line-new"),
    path("standard-lines/<slug:slug>/", lines.line, name="standard-line"),
    path(
        "standard-lines/<slug:slug>/retirement/", lines.retirement, name="standard-line-retirement"
    ),
    *TURNING,
    path(f"{_REQUEST}files/", attaching.files, name="request-files"),
    path(f"{_REQUEST}files/<int:number>", attaching.file, name="request-file"),
    *redacting,
    path(f"{_REQUEST}letter/", lettering.letter, name="request-letter"),
    path(f"{_REQUEST}letter/<slug:kind>.pdf", lettering.draft_pdf, name="letter-draft-pdf"),
    path(f"{_REQUEST}letters/<int:number>.pdf", lettering.sent_pdf, name="letter-pdf"),
    *step_addresses,
    *challenging,
    *draft_addresses,
    *retaining,
    *campaigns,
    *teaching,
    *clashes,
    *releasing,
    *statistics,
]
