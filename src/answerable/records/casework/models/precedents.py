"""Pairs of questions of which somebody said that the earlier one is not the same."""

from django.db import models

from answerable.domain.precedent.relations import Relation
from answerable.records.casework.models.requests import Question, Request

_KEY = 200


class UnlikePair(models.Model):
    """That an earlier question was put aside for one: by whom, why, and both texts as they were then.

    `key` names the earlier question on file, `name` is what people call it; `earlier` and `earlier_label` say where
    it stands among our own requests, if it does. `told` is how it was said to be related, `relation` how it is;
    empty means that they have nothing in common. Who asked is taken out of the texts.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="unlike")
    key = models.CharField(max_length=16)
    name = models.CharField(max_length=500)
    earlier = models.ForeignKey(
        Request, on_delete=models.CASCADE, null=True, related_name="unlike_of_others"
    )
    earlier_label = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    asked_on = models.DateField()
    earlier_text = models.TextField()
    earlier_on = models.DateField(null=True)
    told = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Relation])
    relation = models.CharField(
        max_length=20, choices=[("", ""), *((one.value, one.value) for one in Relation)], blank=True
    )
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "key"], name="a_pair_is_put_aside_once")
        ]
        indexes = [models.Index(fields=["earlier", "earlier_label"], name="pairs_put_aside_back")]

    def __str__(self) -> str:
        return f"{self.question_id} {self.key}"
