"""Letters, assembled from the decisions that they tell of."""

from answerable.domain.decisions.letters.answering import answer_letter
from answerable.domain.decisions.letters.asking import acknowledgement_letter, clarification_letter
from answerable.domain.decisions.letters.blocks import (
    Block,
    Heading,
    ItemList,
    Letter,
    LetterTable,
    Paragraph,
    Quotation,
    Section,
)
from answerable.domain.decisions.letters.ending import lapse_letter, withdrawal_letter
from answerable.domain.decisions.letters.extending import notice_letter
from answerable.domain.decisions.letters.facts import (
    AcknowledgementFacts,
    AnsweredQuestion,
    AnswerTable,
    ClarificationFacts,
    LetterFacts,
    Office,
    TakenOut,
    UnclearQuestion,
    UnderstoodQuestion,
    Unsaid,
)
from answerable.domain.decisions.letters.moving import regime_letter
from answerable.domain.decisions.letters.notice_facts import NoticeDates, NoticeFacts, NoticeSaid
from answerable.domain.decisions.letters.wording import (
    Wording,
    WordingRefused,
    own_wording,
    standard_wording,
)

__all__ = [
    "AcknowledgementFacts",
    "AnswerTable",
    "AnsweredQuestion",
    "Block",
    "ClarificationFacts",
    "Heading",
    "ItemList",
    "Letter",
    "LetterFacts",
    "LetterTable",
    "NoticeDates",
    "NoticeFacts",
    "NoticeSaid",
    "Office",
    "Paragraph",
    "Quotation",
    "Section",
    "TakenOut",
    "UnclearQuestion",
    "UnderstoodQuestion",
    "Unsaid",
    "Wording",
    "WordingRefused",
    "acknowledgement_letter",
    "answer_letter",
    "clarification_letter",
    "lapse_letter",
    "notice_letter",
    "own_wording",
    "regime_letter",
    "standard_wording",
    "withdrawal_letter",
]
