"""Requests of many people that ask the same, answered alike."""

from django.db import models

from answerable.records.casework.models.requests import Request

_KEY = 200


class Campaign(models.Model):
    """Requests that are answered as one of them is: `model` is the one whose decisions the others get."""

    model = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="campaign")
    name = models.CharField(max_length=200)
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class CampaignMember(models.Model):
    """A request of a campaign; `applied` is which versions of the model's decisions it has, by label."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="members")
    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="in_campaign")
    applied = models.JSONField(default=dict)
    applied_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.request_id}"
