"""Jobs of alerts: tell of new answers, and forget who did not confirm. What they say names nobody."""

from django.conf import settings
from django.utils import timezone

from answerable.actions.alerting import forget_unconfirmed, tell_of_new_answers
from answerable.actions.search_index import refresh_index


def tell() -> str:
    """Tell people of new answers, if mail can leave, and say how many mails that were."""
    if not settings.ANSWERABLE_SENDS_MAIL:
        return "no mail server is set (ANSWERABLE_SMTP): nobody is told"
    now = timezone.now()
    # What waited for its day is in no index before somebody looks.
    refresh_index(at=now)
    count = tell_of_new_answers(at=now)
    return f"{count} told" if count else ""


def forget() -> str:
    """Forget alerts that were not confirmed in time, and say how many."""
    count = forget_unconfirmed(at=timezone.now())
    return f"{count} forgotten" if count else ""
