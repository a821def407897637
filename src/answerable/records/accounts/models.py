"""Who works here: people with their roles, teams, and invitations that are not yet accepted."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

_SHA256 = 64


class PersonManager(BaseUserManager["Person"]):
    """People, found by the address with which they sign in."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Return the person of an address, however it is written."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """Somebody who works here. The address never changes: what they did stands under it.

    `roles` are values of `domain.roles.Role`. A session lasts as long as `sessions_ended` stays as it is.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    roles = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)
    sessions_ended = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = PersonManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="a_persons_address_is_lower_case"
            )
        ]

    def __str__(self) -> str:
        return self.email

    def get_session_auth_hash(self) -> str:
        """Return what a session of this person must hold: another one ends every session at once."""
        text = f"{self.password}|{self.sessions_ended}"
        return salted_hmac("answerable.sessions", text, algorithm="sha256").hexdigest()


class Team(models.Model):
    """People who work together: requests and contributions are given to a team by its code."""

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    members = models.ManyToManyField(Person, through="Membership", related_name="teams")

    def __str__(self) -> str:
        return self.code


class Membership(models.Model):
    """That somebody belongs to a team."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    team = models.ForeignKey(Team, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "team"], name="in_a_team_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.team_id}"


class Invitation(models.Model):
    """A way in for somebody new, once and until a day. Of its token only the digest is kept."""

    email = models.EmailField(db_index=True)
    name = models.CharField(max_length=200)
    roles = models.JSONField(default=list)
    digest = models.CharField(max_length=_SHA256, unique=True)
    invited_by = models.CharField(max_length=254)
    invited_at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)


class Count(models.Model):
    """How often something was tried, for all processes on all machines together.

    Django's cache reads and writes it by SQL of its own: this says only which columns it has.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
