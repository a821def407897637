"""Keep lists that somebody wants to see again: a personal setting, and so no ledger line."""

from django.db import transaction

from answerable.records.casework.models import SavedFilter

MOST = 30
LONGEST_NAME = 100
LONGEST_QUERY = 2_000


class FilterNotSaved(Exception):
    """A filter cannot be saved so; the message says why."""


def save_filter(name: str, query: str, *, key: str) -> None:
    """Keep a list under a name; one of the same name is replaced.

    :raises FilterNotSaved: if it has no name, is too long, or there are too many.
    """
    named = " ".join(name.replace("\0", "").split())
    if not named:
        message = "Enter a name for the filter"
        raise FilterNotSaved(message)
    if len(named) > LONGEST_NAME:
        message = f"The name must have {LONGEST_NAME} characters or fewer"
        raise FilterNotSaved(message)
    if len(query) > LONGEST_QUERY:
        message = "There are too many filters to save: remove some of them"
        raise FilterNotSaved(message)
    with transaction.atomic():
        others = SavedFilter.objects.filter(key=key).exclude(name=named)
        if others.count() >= MOST:
            message = f"You have {MOST} saved filters: delete one that you no longer need"
            raise FilterNotSaved(message)
        SavedFilter.objects.update_or_create(key=key, name=named, defaults={"query": query})


def delete_filter(name: str, *, key: str) -> None:
    """Forget a list that was saved under a name; nothing happens if there is none."""
    SavedFilter.objects.filter(key=key, name=name).delete()
