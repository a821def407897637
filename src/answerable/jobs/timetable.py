"""The jobs: what runs, how often, and where it is found.

A job is named by its path, as a page is by its address: it may stand in an interface that this one does
not import. Each can be run at any time and any number of times: what it does follows from what is stored
and from the day, never from when it last ran.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """Something that runs every so many minutes: `path` leads to a function that says what it did."""

    name: str
    path: str
    minutes: int


JOBS = (
    Job("read the mailbox", "answerable.mail.work.read_mailbox", 1),
    Job("read messages", "answerable.jobs.casework.read_messages", 1),
    Job("acknowledge requests", "answerable.jobs.casework.acknowledge", 1),
    Job("remind information owners", "answerable.jobs.casework.chase_contributions", 60),
    Job("count on the latest calendar", "answerable.jobs.casework.recount_requests", 60),
    Job("inspect files", "answerable.jobs.releasing.inspect_files", 1),
    Job("inspect evidence", "answerable.jobs.standards.inspect_evidence", 1),
    Job("make packs", "answerable.jobs.standards.make_packs", 1),
    Job("make safe copies", "answerable.jobs.releasing.make_copies", 1),
    Job("look back on what left", "answerable.jobs.releasing.look_back", 10),
    Job("index requests", "answerable.jobs.casework.index_requests", 1),
    Job("index questions", "answerable.jobs.questions.index_questions", 10),
    Job("read questions by meaning", "answerable.jobs.questions.read_by_meaning", 1),
    Job("dispose of requests", "answerable.jobs.casework.dispose", 10),
    Job("draft entries", "answerable.jobs.casework.draft_entries", 10),
    Job("read imports", "answerable.jobs.imports.read_imports", 1),
    Job("load registers", "answerable.jobs.registers.load_registers", 1),
    Job("redact files", "answerable.jobs.redacting.redact_files", 1),
    Job("read pages to redact", "answerable.jobs.redacting.recognise_words", 1),
    Job("publish entries", "answerable.jobs.publishing.work_log", 1),
    Job("find contradictions", "answerable.jobs.precedent.find_contradictions", 10),
    Job("count answers of months", "answerable.jobs.publishing.count_answers", 60),
    Job("record service standards", "answerable.jobs.standards.record_months", 1440),
    Job("close months of the survey", "answerable.jobs.standards.close_survey", 1440),
    Job("remove unreviewed words", "answerable.jobs.standards.remove_words", 1440),
    Job("forget ended sessions", "answerable.jobs.casework.forget_sessions", 1440),
    Job("remind people", "answerable.jobs.casework.remind", 20),
    Job("tell what waits", "answerable.jobs.casework.tell_waiting", 2),
    Job("tell watchers", "answerable.jobs.casework.tell", 1),
    Job("tell of new answers", "answerable.jobs.alerting.tell", 20),
    Job("forget unconfirmed alerts", "answerable.jobs.alerting.forget", 60),
    Job("send the outbox", "answerable.mail.work.send_outbox", 1),
)
"""In the order in which one run does them all: what comes in is acknowledged and answered at once."""
