"""The links by which whoever asked follows a request and fetches what is too large for a mail."""

from django.db import models

from answerable.records.casework.models.requests import Request
from answerable.records.casework.models.sending import Letter


class FollowLink(models.Model):
    """The link of a request: whoever has it is taken for whoever asked. A new `nonce` ends the old link."""

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="follow_link")
    nonce = models.CharField(max_length=40)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.request_id} followed"


class DeliveryLink(models.Model):
    """The link by which the files of a letter are fetched that are too large for a mail, until a day."""

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="delivery_link")
    nonce = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    ends_on = models.DateField()
    opened_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.letter_id} until {self.ends_on}"
