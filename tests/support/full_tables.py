"""One row in every table that nobody but the office reads, with a word of its own in every text field."""

import datetime as dt
import json
from dataclasses import asdict

from django.apps import apps
from django.db import models

from answerable.domain.assurance import known_framework
from answerable.domain.assurance.survey_data import result_as_json
from answerable.domain.assurance.surveys import QUESTIONS, ShownShare, SurveyResult

PRIVATE_APPS = (
    "casework",
    "accounts",
    "ledger",
    "account",
    "mfa",
    "socialaccount",
    "sessions",
    "django_q",
    "standards",
)
_RESULT = SurveyResult(
    first=dt.date(2025, 8, 1),
    last=dt.date(2025, 9, 1),
    invited=40,
    answered=20,
    content={key: ShownShare(65, "") for key in QUESTIONS},
    response=ShownShare(50, ""),
)


def _declared():
    return json.loads(json.dumps(asdict(known_framework("cse"))))


OF_THE_ARCHIVE = {
    "Document": ("imported_by",),
    "Unread": ("text", "reason"),
    "EntryVersion": ("replaced_by", "reason"),
    "Correction": ("read", "read_since", "corrected", "corrected_by", "reason"),
    "Removal": ("removed_by", "restored_by"),
    "Entry": ("as_read",),
}
"""What the archive keeps and does not publish; all its other fields are there to be read."""
SHOWN = {
    ("KeptFramework", "declaration"): _declared,
    ("PublishedRound", "declaration"): _declared,
    ("PublishedRound", "key"): lambda: "cse",
    ("PublishedRound", "kind"): lambda: "review 1",
    ("PublishedRound", "levels"): lambda: {"1.1.1": "plus", "5.3.2": "partial"},
    ("AssessmentRound", "organisation"): lambda: "The office",
    ("PublishedSurvey", "data"): lambda: result_as_json(_RESULT),
    # Evidence is a file or an address: the file is the one with words.
    ("Evidence", "address"): lambda: "",
}
"""What of the standards everybody reads once it is published, with a value that its page can show."""
WHEN = dt.datetime(2025, 10, 6, 9, 0, tzinfo=dt.UTC)
_SHORTEST = 8
_PLAIN = (
    (models.DateTimeField, WHEN),
    (models.DateField, WHEN.date()),
    (models.BooleanField, False),
)
_TEXTS = (models.CharField, models.TextField)


class FullTables:
    """Fills the tables; `words` says for each word in which field it stands."""

    def __init__(self):
        self.words = {}
        self.rows = {}

    def fill(self):
        """Make a row of every private model, each with those on which it hangs."""
        for label in PRIVATE_APPS:
            for model in apps.get_app_config(label).get_models():
                self.row(model)
        for name, fields in OF_THE_ARCHIVE.items():
            model = apps.get_model("archive", name)
            for field in fields:
                value = self._value(model._meta.get_field(field))
                model.objects.update(**{field: value})
        return self

    def row(self, model):
        """Return the one row of a model, made if it is not there yet."""
        if model not in self.rows:
            if model._meta.app_label == "archive" or model.__name__ == "LedgerHead":
                self.rows[model] = model.objects.order_by("pk").first()
            else:
                self.rows[model] = self._made(model)
        return self.rows[model]

    def _made(self, model):
        values = {}
        for field in model._meta.concrete_fields:
            if field.primary_key and isinstance(field, models.AutoField):
                continue
            values[field.attname] = self._of(model, field)
        if any(one.name.startswith("there_is_one_") for one in model._meta.constraints):
            values["id"] = 1
            model._base_manager.all().delete()
        one = model(**values)
        # No signal tells anybody of a row that is none.
        model._base_manager.bulk_create([one])
        return one

    def _of(self, model, field):
        if (model.__name__, field.name) in SHOWN:
            return SHOWN[model.__name__, field.name]()
        if isinstance(field, models.ForeignKey):
            return self._pointed_at(model, field)
        if (model.__name__, field.name) == ("LedgerLine", "number"):
            return model.objects.count() + 1
        return self._value(field)

    def _pointed_at(self, model, field):
        target = field.related_model
        if target is model:
            return None
        if (model.__name__, field.name) == ("RequestLink", "other"):
            return self._another(target).pk
        found = self.row(target)
        return found.pk if found is not None else None

    def _another(self, model):
        """Return a second request, for what joins two."""
        first = self.row(model)
        other = model.objects.get(pk=first.pk)
        other.pk, other.reference = None, "2025-9999"
        other.save(force_insert=True)
        return other

    def _value(self, field):
        if field.choices:
            return field.choices[0][0]
        if isinstance(field, _TEXTS):
            is_short = field.max_length is not None and field.max_length < _SHORTEST
            return "a" * field.max_length if is_short else self._word(field)
        if isinstance(field, models.JSONField):
            return {self._word(field): self._word(field)}
        if isinstance(field, models.BinaryField):
            return self._word(field).encode()
        return next((value for kind, value in _PLAIN if isinstance(field, kind)), 1)

    def _word(self, field):
        word = f"zq{len(self.words):04d}qz"
        self.words[word] = f"{field.model.__name__}.{field.name}"
        return word
