"""The fields that every index has: texts by their weight, what they cite, and what they are counted by."""

from collections.abc import Iterable, Sequence

import tantivy

from answerable.matching.analysis import (
    ANALYSER,
    analyser,
    cited_in,
    exact,
    pairs_of,
    plain,
    tokens_of,
    with_parents,
)


def schema_of(*, exact_only: Iterable[str], counted: Iterable[str]) -> tantivy.SchemaBuilder:
    """Return the fields of texts, and fields whose values are found whole; some can be counted.

    What is counted has one value a document, because several cost ten times as much.
    """
    builder = tantivy.SchemaBuilder()
    for name in ("all", "title"):
        builder.add_text_field(name, tokenizer_name=ANALYSER)
    for name in ("exact", "pairs", "ref", "cited", "outcome", "exemption", *exact_only):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("outcomes", "exemptions", *counted):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder


def with_analyser(index: tantivy.Index) -> tantivy.Index:
    """Return an index that knows how texts become tokens."""
    index.register_tokenizer(ANALYSER, analyser())
    return index


def add_texts(
    document: tantivy.Document, *, title: str, weighed: Sequence[str], others: Sequence[str]
) -> None:
    """Add a title and texts, of which some weigh more."""
    twice = [plain(text) for text in (title, *weighed) for _ in range(2)]
    # What stands twice weighs more: a field of its own for questions makes searches half as fast.
    # Tantivy leaves a gap between the values of a field: no phrase runs from one into the next.
    for text in (*twice, *map(plain, others)):
        if text:
            document.add_text("all", text)
    document.add_text("title", plain(title))
    for pair in pairs_of(tokens_of(title)):
        document.add_text("pairs", pair)
    document.add_text("exact", exact(title))


def add_decision(
    document: tantivy.Document,
    *,
    outcomes: Sequence[str],
    exemptions: Sequence[str],
    texts: Iterable[str],
) -> None:
    """Add what was decided, and every provision that was applied or that a text cites."""
    document.add_text("outcomes", "\n".join(sorted(outcomes)))
    document.add_text("exemptions", "\n".join(sorted(exemptions)))
    for outcome in outcomes:
        document.add_text("outcome", outcome)
    provisions = {part for citation in exemptions for part in with_parents(citation)}
    for provision in provisions:
        document.add_text("exemption", provision)
    for provision in provisions.union(*map(cited_in, texts)):
        document.add_text("cited", provision)
