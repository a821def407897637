"""The form of a decision: outcomes, the answer with its tables, grounds, and the estimate."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms

from answerable.actions.casework import Draft
from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.estimates import Estimate
from answerable.domain.decisions.outcomes import NOT_CHOSEN
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.decisions.signposts import Transfer
from answerable.domain.precedent.taken import taken_words
from answerable.queries.casework.bodies import body_choices, signposts_of
from answerable.queries.casework.deciding import Written
from answerable.web.casework.decision_parts import (
    TableForm,
    TogetherForm,
    WorkForm,
    cells_of,
    together_initial,
    work_initial,
)
from answerable.web.casework.earlier import signed, unsigned
from answerable.web.casework.grounds import GroundForm, ground_initial
from answerable.web.casework.measured import origin_of
from answerable.web.casework.measured import signed as signed_origin
from answerable.web.forms import DayField, GovukField

_MOST = 40
"""Grounds or tables of one question that a form draws: more is a mistake."""
_OUTCOMES = [
    (one.value, OUTCOME_WORDS[one].capitalize()) for one in Outcome if one not in NOT_CHOSEN
]


class DecisionForm(forms.Form):
    """What was decided, and what the answer says."""

    outcomes = forms.MultipleChoiceField(
        label="What was decided",
        help_text="Several may hold at once",
        choices=_OUTCOMES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    answer = forms.CharField(label="The answer", required=False, widget=forms.Textarea({"rows": 8}))
    caveats = forms.CharField(
        label="What the answer leaves out, and how to read it",
        help_text="For example that figures come from a live system",
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    searches = forms.CharField(
        label="What was searched",
        help_text="Where it is not held, and somebody may doubt it",
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    narrow = forms.CharField(
        label="How it could be narrowed",
        help_text="Where it is over the cost limit: what could be answered within it",
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    where = forms.CharField(
        label="Where it can be found already",
        help_text="Where it is accessible elsewhere: the exact address",
        max_length=2000,
        required=False,
    )
    bodies = forms.MultipleChoiceField(
        label="Who else may hold it",
        help_text="Where it is signposted: the letter says their names and how to reach them",
        choices=body_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": "Choose bodies of the directory: %(value)s cannot be chosen any more"
        },
    )
    signposted_to = forms.CharField(
        label="Who else, if they are not in the directory",
        help_text="The body, and how to reach it",
        max_length=2000,
        required=False,
    )
    transfer_to = forms.ChoiceField(
        label="Send the question on to",
        help_text="Only if whoever asked agreed. A mail goes to the body when the answer has left",
        choices=lambda: [("", "Nobody"), *body_choices()],
        required=False,
    )
    agreed_on = DayField(
        what="The day of the agreement",
        label="When whoever asked agreed to that",
        hint="For example 27 3 2026",
        required=False,
    )
    names_requester = forms.BooleanField(
        label="They agreed, too, that the body is told who asked", required=False
    )
    asked = forms.CharField(
        label="What the requester is asked",
        help_text="Where clarification is asked for: what is needed. Say in the answer why it is needed",
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )


class DraftForms:
    """All the forms of a decision together, as they are typed or as they were saved."""

    def __init__(self, data: Mapping[str, Any] | None, written: Written | None = None) -> None:
        """Take what was typed, or what was saved."""
        self.data = data
        decision = written.decision if written else Decision(())
        particulars = written.particulars if written else Particulars()
        self.main = DecisionForm(data, initial=_main_initial(written))
        grounds = [ground_initial(one, particulars) for one in decision.grounds]
        self.grounds = [
            GroundForm(data, prefix=f"g{place}", initial=initial)
            for place, initial in enumerate(_filled(data, "grounds", grounds, least=1))
        ]
        tables = [
            {
                "caption": one["caption"],
                "cells": cells_of(one["rows"]),
                "measured": signed_origin(origin_of(one.get("measured"))),
            }
            for one in (written.tables if written else ())
        ]
        self.tables = [
            TableForm(data, prefix=f"t{place}", initial=initial)
            for place, initial in enumerate(_filled(data, "tables", tables, least=1))
        ]
        work = [work_initial(one) for one in decision.estimate.work] if decision.estimate else []
        self.work = [
            WorkForm(data, prefix=f"w{place}", initial=initial)
            for place, initial in enumerate(_filled(data, "work", work, least=3))
        ]
        added = map(together_initial, decision.estimate.together if decision.estimate else ())
        self.together = [
            TogetherForm(data, prefix=f"a{place}", initial=initial)
            for place, initial in enumerate(_filled(data, "together", list(added), least=1))
        ]
        self.sample = decision.estimate.sample if decision.estimate else ""
        self.taken_from = written.taken_from if written else ()
        if data is not None:
            self.sample = str(data.get("sample", ""))[:4000]
            self.taken_from = unsigned(str(data.get("taken", "")))

    @property
    def forms(self) -> list[forms.Form]:
        """Return every form, in the order of the page."""
        return [self.main, *self.grounds, *self.tables, *self.work, *self.together]

    @property
    def has_tables(self) -> bool:
        """Return whether a table stands in the form."""
        return any(str(one["cells"].value() or "").strip() for one in self.tables)

    @property
    def taken(self) -> str:
        """Return the earlier answers from which the answer was taken, as the form carries them."""
        return signed(self.taken_from)

    @property
    def taken_words(self) -> str:
        """Return from which earlier answers the answer was taken, in words; nothing if from none."""
        return taken_words(str(self.main["answer"].value() or ""), self.taken_from)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Return every problem with the id of the field that it is about."""
        found: list[tuple[str, str]] = []
        for form in self.forms:
            fields = [cast(GovukField, field) for field in form]
            found += [(fields[0].first_id, str(words)) for words in form.non_field_errors()]
            found += [(field.first_id, str(words)) for field in fields for words in field.errors]
        return found

    @property
    def is_valid(self) -> bool:
        """Return whether everything can be understood; whether it is lawful is another thing."""
        return self.data is not None and not any(form.errors for form in self.forms)

    def draft(self) -> Draft:
        """Return the draft as it is typed."""
        said = self.main.cleaned_data
        work = tuple(filter(None, (form.work() for form in self.work)))
        together = tuple(filter(None, (form.together() for form in self.together)))
        decision = Decision(
            outcomes=tuple(map(Outcome, said["outcomes"])),
            grounds=tuple(form.ground() for form in self.grounds if form.cited),
            estimate=Estimate(work, self.sample, together) if work or together else None,
            where=said["where"],
            signposted_to=said["signposted_to"],
            asked=said["asked"],
        )
        tables = tuple(filter(None, (form.table() for form in self.tables)))
        return Draft(
            decision,
            said["answer"],
            said["caveats"],
            tables,
            self._particulars(),
            self.taken_from,
        )

    def _particulars(self) -> Particulars:
        said = self.main.cleaned_data
        cited = [form for form in self.grounds if form.cited]
        return Particulars(
            narrow=said["narrow"],
            searches=said["searches"],
            taken_out=tuple(filter(None, (form.taken_out() for form in cited))),
            unsaid=tuple(filter(None, (form.unsaid() for form in cited))),
            bodies=signposts_of(said["bodies"]),
            transfer=Transfer(said["transfer_to"], said["agreed_on"], said["names_requester"])
            if said["transfer_to"]
            else None,
        )


def _filled(
    data: Mapping[str, Any] | None, name: str, saved: list[dict[str, Any]], *, least: int
) -> list[dict[str, Any]]:
    """Return the initial values of each form of a kind: as many as are typed, or one more than saved."""
    count = max(least, len(saved))
    if data is not None:
        typed = str(data.get(name, ""))
        count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else least  # noqa: PLR2004 three digits are plenty
    return [saved[place] if place < len(saved) else {} for place in range(min(count, _MOST))]


def _main_initial(written: Written | None) -> dict[str, Any]:
    if written is None:
        return {}
    decision, transfer = written.decision, written.particulars.transfer
    return {
        "outcomes": [one.value for one in decision.outcomes],
        "answer": written.answer,
        "caveats": written.caveats,
        "searches": written.particulars.searches,
        "narrow": written.particulars.narrow,
        "where": decision.where,
        "bodies": [one.slug for one in written.particulars.bodies],
        "signposted_to": decision.signposted_to,
        "transfer_to": transfer.slug if transfer else "",
        "agreed_on": transfer.agreed_on if transfer else None,
        "names_requester": transfer.names_requester if transfer else False,
        "asked": decision.asked,
    }
