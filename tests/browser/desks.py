"""What happens beside the pages of the office: jobs run, and mail leaves."""

import email
import email.policy

from answerable.jobs.running import run_every_job


def run_jobs():
    """Run every job once, as the worker does in a minute or so."""
    failed = [(one.job.name, one.said) for one in run_every_job() if one.has_failed]
    assert failed == []


def received(post):
    """Return the mails that a server took."""
    return [
        email.message_from_bytes(content, policy=email.policy.default)
        for _, _, content in post.taken
    ]


def text_of(mail):
    """Return the plain words of a mail, in one line."""
    return " ".join(mail.get_body(("plain",)).get_content().split())
