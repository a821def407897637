"""Redactions: what is marked in a file of a request, by whom, who looked at it, and what came of it."""

from django.db import models

from answerable.records.casework.models.sending import CaseFile

_KEY = 200
_SHA256 = 64


class Redaction(models.Model):
    """The redaction of one file, from its first mark to the files that are made of it.

    It is marked on its pages, or by the places that it shows; `pages` counts its pages, sheets or paragraphs. `result`
    is what is made of it, or the first of several: `RedactedFile` has the others. `source_sha256` is of the bytes on which it was marked: others are refused. `hands` are the keys of all who
    had a part in its marks, who may not check it. `copied_from` is an earlier redaction of the same file whose
    marks it began with. `why_back` is in the words of whoever sent it back, or of the engine that made no file.
    `claimed_at` is when a worker began to make the file; `proof` is what shows that nothing marked is left.
    """

    class State(models.TextChoices):
        """How far it is."""

        MARKING = "being marked"
        WAITING = "waiting for a second person"
        SENT_BACK = "sent back"
        APPLYING = "being made"
        DONE = "done"

    class Kind(models.TextChoices):
        """By what it is marked."""

        PAGES = "pages"
        SHEETS = "sheets"
        PARAGRAPHS = "paragraphs"

    file = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="redactions")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PAGES)
    source_sha256 = models.CharField(max_length=_SHA256)
    pages = models.PositiveIntegerField()
    state = models.CharField(max_length=30, choices=State.choices, default=State.MARKING)
    hands = models.JSONField(default=list)
    copied_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    begun_by = models.CharField(max_length=_KEY)
    begun_at = models.DateTimeField()
    put_forward_by = models.CharField(max_length=_KEY, blank=True)
    put_forward_at = models.DateTimeField(null=True)
    sent_back_by = models.CharField(max_length=_KEY, blank=True)
    sent_back_at = models.DateTimeField(null=True)
    why_back = models.TextField(blank=True)
    approved_by = models.CharField(max_length=_KEY, blank=True)
    approved_at = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    result = models.ForeignKey(CaseFile, on_delete=models.PROTECT, null=True, related_name="+")
    proof = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file"],
                condition=~models.Q(state="done"),
                name="a_file_has_one_redaction_in_hand",
            )
        ]

    def __str__(self) -> str:
        return f"redaction {self.pk} of {self.file_id}"


class RedactedFile(models.Model):
    """One more file that was made with the result of a redaction, such as the CSV of a sheet beside the workbook."""

    redaction = models.ForeignKey(Redaction, on_delete=models.CASCADE, related_name="beside")
    file = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["redaction", "place"], name="a_redacted_file_has_its_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.redaction_id} file {self.place}"


class RedactionMark(models.Model):
    """What is to go from a file, with why: a box, cells, a paragraph, or words wherever they stand.

    A box is in points from the top left of a page as it is shown. `cells` are an area of a sheet, as its file
    numbers them, and `log_cells` as the redacted file does; `page` is then the number of the sheet. Of a
    `paragraph`, letters from `first` to `last` may be meant. `sought` are words, one on each line: wherever they
    stand, or in the cells. `words` are those that stand under the mark. `batch` is the same of marks that were
    made at once. A mark that was undone stays, and so does one that another replaced: `replaced_by` is then the
    one made of it.
    """

    redaction = models.ForeignKey(Redaction, on_delete=models.CASCADE, related_name="marks")
    page = models.PositiveIntegerField(default=0)
    left = models.FloatField(default=0)
    top = models.FloatField(default=0)
    right = models.FloatField(default=0)
    bottom = models.FloatField(default=0)
    sheet = models.TextField(blank=True)
    cells = models.CharField(max_length=40, blank=True)
    log_cells = models.CharField(max_length=40, blank=True)
    paragraph = models.PositiveIntegerField(default=0)
    first = models.PositiveIntegerField(null=True)
    last = models.PositiveIntegerField(null=True)
    sought = models.TextField(blank=True)
    words = models.TextField(blank=True)
    limb = models.CharField(max_length=40)
    reason = models.TextField()
    batch = models.PositiveIntegerField(default=0)
    made_by = models.CharField(max_length=_KEY)
    made_at = models.DateTimeField()
    undone_by = models.CharField(max_length=_KEY, blank=True)
    undone_at = models.DateTimeField(null=True)
    replaced_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["redaction", "page"], name="marks_by_page")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page__gt=0) | models.Q(paragraph__gt=0) | ~models.Q(sought=""),
                name="a_mark_has_a_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.redaction_id} page {self.page} mark {self.pk}"


class RecognisedPage(models.Model):
    """The words that were recognised on a page which is a picture, kept for reading takes seconds."""

    redaction = models.ForeignKey(Redaction, on_delete=models.CASCADE, related_name="recognised")
    page = models.PositiveIntegerField()
    is_read = models.BooleanField(default=False)
    words = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["redaction", "page"], name="a_page_is_recognised_once")
        ]

    def __str__(self) -> str:
        return f"{self.redaction_id} page {self.page}"
