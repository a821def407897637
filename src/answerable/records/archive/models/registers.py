"""Registers that are open to everyone: what the public pages know of them."""

from django.db import models

_NAME = 100
_KEY = 200
_SHA256 = 64


class PublishedRegister(models.Model):
    """A snapshot of a register that was published, with only the columns that are public.

    `declaration` is the register's as far as it is public, as its file would say it. The rows lie in a file of their
    own, which holds nothing else: what is not public cannot come out of it.
    """

    name = models.CharField(max_length=_NAME, unique=True)
    declaration = models.JSONField()
    as_at = models.DateField()
    sha256 = models.CharField(max_length=_SHA256)
    rows = models.PositiveBigIntegerField()
    published_by = models.CharField(max_length=_KEY)
    published_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}@{self.as_at}"
