"""The links of alerts: what they name, and how they are spelled. None says whose they are."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare, salted_hmac

from answerable.records.casework.models.alerting import Alert

_OWNER = "answerable.alerts.owner"
_CONFIRMS, _MANAGES = "answerable.alerts.confirmation", "answerable.alerts.owners"


def owner_of(address: str) -> str:
    """Return what all alerts of an address have in common, and from which nobody can tell it."""
    return salted_hmac(_OWNER, address.casefold(), algorithm="sha256").hexdigest()


def confirmation_address(alert: Alert) -> str:
    """Return the address of the page on which an alert is confirmed."""
    token = _signer(_CONFIRMS).sign_object([alert.pk, alert.nonce])
    return f"{_site(alert.language)}/alerts/{token}/confirmation"


def owners_address(alert: Alert) -> str:
    """Return the address of the page of all alerts that go where this one goes."""
    return f"{_site(alert.language)}/alerts/{_signer(_MANAGES).sign(alert.owner)}"


def ending_address(alert: Alert) -> str:
    """Return the address that ends all of them in one step."""
    return f"{owners_address(alert)}/end"


def alert_linked(token: str) -> Alert | None:
    """Return the alert that a link confirms, None if it is forged, was replaced, or is forgotten."""
    try:
        pk, nonce = _signer(_CONFIRMS).unsign_object(token)
    except (BadSignature, ValueError):
        return None
    found = Alert.objects.filter(pk=pk).first()
    return found if found and constant_time_compare(nonce, found.nonce) else None


def owner_linked(token: str) -> str | None:
    """Return whose alerts a link leads to, None if it is forged."""
    try:
        return _signer(_MANAGES).unsign(token)
    except BadSignature:
        return None


def _site(language: str) -> str:
    return f"{settings.ANSWERABLE_ADDRESS}{'/cy' if language == 'cy' else ''}"


def _signer(salt: str) -> Signer:
    # Mail programs that look for links in a text often end one at a colon or at a full stop.
    return Signer(salt=salt, sep="~")
