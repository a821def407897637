"""The fields of one ground of a refusal: those that its limb needs, and no others."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms

from answerable.domain.decisions.decision import (
    Balance,
    Ground,
    Likelihood,
    Opinion,
    PublicInterestTest,
)
from answerable.domain.decisions.letters import TakenOut, Unsaid
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.law.exemptions import PublicInterestTest as Test
from answerable.domain.law.exemptions import explanation
from answerable.domain.law.limbs import (
    Limb,
    Nature,
    Need,
    conditions,
    denial,
    limb,
    limbs,
    purposes,
)
from answerable.web.casework.words import capital
from answerable.web.forms import DayField

LIMBS = "limbs"
"""The id of the list of limbs that a page offers while one is typed."""
_LIKELIHOODS = [(one.value, f"It {one.value} happen") for one in Likelihood]
_BALANCES = [
    (Balance.WITHHOLDING.value, "Withholding weighs more"),
    (Balance.DISCLOSURE.value, "Disclosure weighs more"),
]
_LONG = {"rows": 3}
_SHORT = {"rows": 2}
_WEIGHED = (
    Need.BURDEN,
    Need.MOTIVE,
    Need.VALUE,
    Need.DISTRESS,
    Need.EVIDENCE,
    Need.EARLIER_ANSWER,
    Need.INTERVAL,
    Need.NO_FURTHER_NOTICE,
)
"""Needs that take more than a line to say."""
_OWN_FIELDS = (Need.QUALIFIED_PERSON, Need.ESTIMATE)
"""Needs that have fields of their own: the opinion here, the estimate for the whole question."""


class GroundForm(forms.Form):
    """A ground: its citation, and once that is known, what its limb needs."""

    citation = forms.CharField(
        label="Exemption, to its limb",
        help_text="For example 31(1)(a), 40(2) or EIR 12(4)(b)",
        max_length=40,
        required=False,
        widget=forms.TextInput(
            {"list": LIMBS, "autocomplete": "off", "class": "govuk-input--width-10"}
        ),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **given: Any) -> None:
        super().__init__(data, **given)
        typed = data.get(f"{self.prefix}-citation") if data else self.initial.get("citation")
        self.cited = cited_as(str(typed or ""))
        found = limb(self.cited) or denial(self.cited)
        if found is not None:
            self._add_fields(found)

    @property
    def explanation(self) -> str:
        """Return what the exemption is about, in plain words."""
        return explanation(self.cited) if limb(self.cited) or denial(self.cited) else ""

    def _add_fields(self, found: Limb) -> None:
        if found.nature is not Nature.PROCEDURE:
            self.fields["why"] = _long("Why it applies to this information")
        if found.nature.is_of_harm:
            self.fields["likelihood"] = forms.ChoiceField(
                label="How sure the harm is",
                choices=_LIKELIHOODS,
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields["harm"] = _long("What harm disclosure would cause, and how")
        for need in (*found.needs, *found.offers):
            if need not in _OWN_FIELDS:
                self.fields[need.value] = _need_field(need)
        if Need.QUALIFIED_PERSON in found.needs:
            self._add_opinion()
        if found.test is not Test.NONE:
            self._add_balance()
        if found.nature is not Nature.PROCEDURE:
            self._add_what_is_said()

    def _add_what_is_said(self) -> None:
        self.fields["taken_out"] = forms.CharField(
            label="What was taken out under it",
            help_text="Where the answer is given in part: for example names in the second column",
            max_length=2000,
            required=False,
        )
        self.fields["unsaid"] = forms.CharField(
            label="What can safely be said instead of the reasons",
            help_text="Only where giving them would itself disclose the information (s.17(4))",
            max_length=2000,
            required=False,
        )

    def taken_out(self) -> TakenOut | None:
        """Return what was taken out under this ground, None if nothing is said of it."""
        what = self.cleaned_data.get("taken_out", "")
        return TakenOut(what, self.cited) if what else None

    def unsaid(self) -> Unsaid | None:
        """Return what is said instead of the reasons, None if they are given."""
        words = self.cleaned_data.get("unsaid", "")
        return Unsaid(self.cited, words) if words else None

    def _add_opinion(self) -> None:
        self.fields["opinion_by"] = forms.CharField(
            label="The qualified person, by office", max_length=200, required=False
        )
        self.fields["opinion_on"] = DayField(
            what="The day of the opinion", label="When the opinion was given", required=False
        )
        self.fields["opinion_citations"] = forms.CharField(
            label="On which limbs", help_text="With commas between", max_length=200, required=False
        )
        self.fields["opinion_likelihood"] = forms.ChoiceField(
            label="How sure the qualified person was",
            choices=[("", "Not said"), *_LIKELIHOODS],
            required=False,
        )

    def _add_balance(self) -> None:
        self.fields["for_disclosure"] = _long("What speaks for disclosure", hint=_ONE_EACH)
        self.fields["for_withholding"] = _long("What speaks for withholding", hint=_ONE_EACH)
        self.fields["balance"] = forms.ChoiceField(
            label="Where the public interest is",
            choices=_BALANCES,
            widget=forms.RadioSelect,
            required=False,
        )

    def ground(self) -> Ground:
        """Return the ground as it is typed."""
        said = self.cleaned_data
        return Ground(
            citation=self.cited,
            why=said.get("why", ""),
            likelihood=_likelihood(said.get("likelihood")),
            harm=said.get("harm", ""),
            public_interest=self._public_interest(said),
            opinion=self._opinion(said),
            recorded=MappingProxyType(
                {need: said[need.value] for need in Need if said.get(need.value)}
            ),
        )

    def _public_interest(self, said: Mapping[str, Any]) -> PublicInterestTest | None:
        if "balance" not in self.fields:
            return None
        return PublicInterestTest(
            _lines(said.get("for_disclosure", "")),
            _lines(said.get("for_withholding", "")),
            Balance(said["balance"]) if said.get("balance") else None,
        )

    def _opinion(self, said: Mapping[str, Any]) -> Opinion | None:
        on = said.get("opinion_on")
        if not said.get("opinion_by") or on is None:
            return None
        citations = tuple(one.strip() for one in said.get("opinion_citations", "").split(","))
        likelihood = _likelihood(said.get("opinion_likelihood"))
        return Opinion(said["opinion_by"], on, tuple(filter(None, citations)), likelihood)


def cited_as(typed: str) -> str:
    """Return a citation as it is compared, from what was typed: `s.40(2)` is `40(2)`."""
    return " ".join(typed.split()).removeprefix("s.")


def ground_initial(ground: Ground, particulars: Particulars) -> dict[str, Any]:
    """Return what stands in the fields of a ground that was saved."""
    test, opinion = ground.public_interest, ground.opinion
    taken = [one.what for one in particulars.taken_out if one.citation == ground.citation]
    unsaid = [one.reason for one in particulars.unsaid if one.citation == ground.citation]
    return {
        "taken_out": "; ".join(taken),
        "unsaid": "; ".join(unsaid),
        "citation": ground.citation,
        "why": ground.why,
        "likelihood": ground.likelihood,
        "harm": ground.harm,
        "for_disclosure": "\n".join(test.for_disclosure) if test else "",
        "for_withholding": "\n".join(test.for_withholding) if test else "",
        "balance": test.balance if test else None,
        "opinion_by": opinion.by if opinion else "",
        "opinion_on": opinion.on if opinion else None,
        "opinion_citations": ", ".join(opinion.citations) if opinion else "",
        "opinion_likelihood": opinion.likelihood if opinion else "",
        **{need.value: text for need, text in ground.recorded.items()},
    }


def limb_choices() -> tuple[str, ...]:
    """Return every limb that can be cited."""
    return tuple(limbs())


_ONE_EACH = "One point on each line"


def _long(label: str, *, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, widget=forms.Textarea(_LONG)
    )


def _need_field(need: Need) -> forms.CharField:
    words = capital(need.words)
    known = {Need.PURPOSE: purposes, Need.CONDITION: conditions}.get(need)
    hint = "; ".join(f"{name}: {what}" for name, what in known().items()) if known else ""
    return forms.CharField(
        label=words,
        help_text=hint,
        max_length=4000,
        required=False,
        widget=forms.Textarea(_SHORT) if need in _WEIGHED else forms.TextInput,
    )


def _likelihood(value: Any) -> Likelihood | None:
    return Likelihood(value) if value else None


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
