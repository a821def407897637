"""A request as whoever made it follows it: by the link at the end of our mails."""

import pytest
import time_machine

from answerable.actions.sending_mail import claim_mail
from answerable.queries.following.links import follow_token
from answerable.records.casework.models import FollowLink, Outgoing
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support.casework import AT
from tests.support.outbox import later
from tests.support.scenes import REF


@pytest.fixture(autouse=True)
def _october():
    with time_machine.travel(AT, tick=False):
        yield


def token_of(reference=REF):
    """Return what stands in the link of a request that has one."""
    return follow_token(FollowLink.objects.get(request__reference=reference))


def path_of(token, more=""):
    """Return the path of a page of a link."""
    return f"/your-request/{token}/{more}"


def mail_words(key=None):
    """Return the words of the mail that leaves next, or of the one with a key."""
    if key:
        Outgoing.objects.exclude(key=key).update(state="stopped")
    claim = claim_mail(at=later(hours=1))
    return claim.text


def seen(response, status=200):
    """Return the words of a page after checking its status."""
    assert response.status_code == status, response.content.decode()[:3000]
    return response.content.decode()
