"""Words that an office taught the matcher of questions: every version of them, and what they amount to now."""

from django.db import models

_KEY = 200


class TaughtWords(models.Model):
    """A group of phrases for one thing, a name of the office, or a group of the product that it does without.

    `slug` is its name in addresses, `words` what counts now: of a group of the product its first phrase. What is
    switched off has no effect. What it was before stands in its versions.
    """

    class Kind(models.TextChoices):
        """What the words are."""

        GROUP = "group"
        NAME = "name"
        LEFT_OUT = "left out"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    slug = models.SlugField(max_length=100)
    words = models.JSONField(default=list)
    is_on = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="words_have_an_address_each")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class TaughtWordsVersion(models.Model):
    """Words as somebody saved them, and why; the latest counts, all are kept."""

    of = models.ForeignKey(TaughtWords, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    by = models.CharField(max_length=_KEY)
    at = models.DateTimeField()
    reason = models.TextField()
    words = models.JSONField(default=list)
    is_on = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "number"], name="versions_of_words_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.of_id} version {self.number}"


class TaughtWordsNow(models.Model):
    """The digest of all words that count: one row, by which every process sees that they changed."""

    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.digest
