"""Passages that answer nobody: greetings, preambles, the Act in general, ways to complain."""

import re

from answerable.reading.blocks import Block, Kind
from answerable.reading.vocabulary import current_vocabulary

# It begins with a space, so that nothing is tried at other characters.
_SENTENCE = re.compile(r"\s(?:(?<=[.!?:]\s)\s*(?=[A-Z\"'\u201c\u2018])|(?<=\n)\n*)")
# Both in small letters, as the words are for them: looking for capitals, too, takes twice the time.
_GENERAL = re.compile(
    r"""
    dear\b.{0,60}$
    |(?:many\ )?thank(?:s|\ you)\ (?:again\ )?for\ (?:your|the|submitting|contacting)\b
    |(?:i\ am\ |we\ are\ |i\ )?(?:now\ )?writ(?:e|ing)\ (?:in|to|further)\b
    |(?:further|with\ reference|in\ response|in\ reply)\ to\ your\ (?:recent\ |above\ |foi\ |freedom\ of\ information\ )*
        (?:request|e-?mail|letter|correspondence|enquiry)\b[^.]*$
    |(?:i|we)\ (?:can\ confirm\ that\ (?:i|we)\ have\ |have\ )?(?:received|considered|dealt\ with|handled|processed|acknowledge)\b[^.]{0,80}
        (?:request|letter|e-?mail)\b
    |(?:your|this|the)\ request\ (?:has\ been|is\ being|was|will\ be|is)\ (?:now\ )?(?:received|considered|dealt|handled|processed|treated|logged|responded)\b
    |you\ (?:have\ )?(?:asked|requested)\b(?:[^.]{0,80}:)?$
    |(?:please\ (?:find|see)\ )?(?:our|my|the|your)\ (?:full\ )?(?:responses?|reply|answers?|questions?)\b[^.]{0,60}(?:below|as\ follows|in\ turn|set\ out)\b[^.]{0,30}$
    |this\ (?:response|answer|reply|entry|disclosure)\ (?:was|has\ (?:since\ )?been)\ (?:last\ )?(?:updated|amended|corrected|revised|republished|edited)\b
    |(?:the\ )?(?:freedom\ of\ information\ act|foia?|act)\b[^.]{0,60}\b(?:gives|provides|requires|places|entitles|creates|allows|establishes)\b
    |(?:section|s\.?)\ ?1(?:\ ?\(1\))?\ of\ the\ (?:freedom\ of\ information\ act|act|foia)\b[^.]{0,60}\b(?:gives|provides|requires|places|entitles)\b
    """,
    re.VERBOSE,
)
_UNDERSTOOD = re.compile(
    r"(?:[^.]{0,120}\b)?(?:i|we) have (?:understood|interpreted|read|taken) your (?:request|questions?)\b"
)
_CLOSES = re.compile(
    r"""
    (?:if|should|where)\ you\ (?:are|remain|were|feel|wish|would\ like|have|disagree|do\ not|be)\b[^.]{0,120}
        (?:\bany\ (?:further\ |other\ )?(?:queries|questions|enquiries|concerns)\b|\b(?:un|dis)?(?:happy|satisfied|content)\b|\bdissatisf\w+|\bcomplain\w*|\binternal\ review\b|\bappeal\b|\breview\ of\b)
    |you\ (?:have|may|can|also\ have|are\ entitled\ to)\b[^.]{0,60}(?:\b(?:internal\ )?review\b|\bcomplain\w*|\bappeal\b|information\ commissioner)
    |(?:your\ )?(?:right\ (?:of|to)\ (?:a\ )?(?:review|complain|appeal)|complaints?\ (?:rights|procedure)|internal\ review|how\ to\ complain)\b[^.?]{0,40}$
    |(?:this|that)\ (?:concludes|completes)\b[^.]{0,60}(?:response|reply|request|answer)\b
    |(?:i|we)\ (?:do\ )?(?:hope|trust)\b[^.]{0,20}\b(?:this|that|these|the\ (?:above|information|answers?))\b[^.]{0,60}
        \b(?:use|useful|help|helps|helpful|assist|assists|assistance|answers|satisfies|clarifies|order|interest)\b[^.]{0,40}\.?$
    |(?:i|we)\ look\ forward\ to\ (?:hearing|your)\b
    |(?:where|in\ so\ far\ as|insofar\ as|to\ the\ extent\ that|if)\ (?:we|i|the\ \w+|information|any\ information)\ (?:have|has|is|was)\b[^.,]{0,80},
        \ (?:then\ )?(?:this|please\ (?:take|treat|accept)\ this)\ (?:letter|response|reply|e-?mail|notice)\b[^.]{0,80}\brefusal\b
    |(?:this|our)\ (?:letter|response|reply|e-?mail|answer)\ (?:should|may|must|can)\ (?:not|only)\ be\ (?:compared|used|read|taken|relied)\b
    |(?:yours\ (?:sincerely|faithfully|truly)|(?:kind|best)\ regards)\b
    """,
    re.VERBOSE,
)
_REASONS = re.compile(
    r"""
    (?:(?:use|application|explanation|reasons?)\ (?:of|for|under)\ (?:the\ )?)?(?:section|s\.?|regulation|reg\.?)\ ?\d
    |(?:exemptions?|exceptions?|refusal\ notice|reasons?\ for\ (?:refusal|decision|the\ decision|withholding|applying))\b
    |(?:the\ )?(?:public\ interest|prejudice|harm|balanc\w+|factors|considerations|arguments)\b
    |(?:outcome|(?:the\ |our\ )?decision|conclusions?|next\ steps|what\ happens\ next|your\ rights?)\b[^.]{0,30}$
    |(?:annex|appendix|further\ information|advice\ and\ assistance|documents|downloads|attachments|supporting\ documents|related|share|print|additional\ information|duty\ to\ (?:assist|advise))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 1_200
_SECTION = re.compile(
    r"(?:(?:use|application|explanation|reasons?) (?:of|for|under) (?:the )?)?(?:exemption(?: under)?\s*[:\u2013-]?\s*)?(?:(?:foia?|eir|foisa|the act)\s)?(?:section|sections|s\.?|regulations?|reg\.?)\s?\d+[A-Z]?(?:\s?\(\w+\))*"
    r"(?:\s*[:\u2013\u2014-]\s*|\s+\(?(?=[A-Z])|$)",
    re.IGNORECASE,
)
_SECTION_BEHIND = re.compile(
    r"[A-Z][\w ,\u2019'-]{3,50}\s?[:\u2013\u2014(-]\s?\(?(?:section|regulation|s\.?|reg\.?)\s?\d+[A-Z]?(?:\s?\(\w+\))*\)?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 12
_LONGEST_OFFER = 400
_NEAR_BEGINNING = 40
_LONGEST_PLAIN = 4


def heads_reasons(block: Block) -> bool:
    """Return whether a block heads what is said of an exemption, or of the whole response: "Public interest test"."""
    return is_heading_line(block) and _REASONS.match(block.text.strip()) is not None


def is_heading_line(block: Block) -> bool:
    """Return whether a block is a heading, or looks like one: a short line, bold or of a few words, that is no sentence."""
    text = block.text.strip()
    is_line = 0 < len(text.split()) <= _LONGEST_HEADING and text[-1] not in ".?!:;"
    is_text = block.kind in (Kind.PARAGRAPH, Kind.HEADING) and block.column is None
    is_set_out = block.kind is Kind.HEADING or block.is_bold or len(text.split()) <= _LONGEST_PLAIN
    return is_line and is_text and is_set_out


def heads_grounds(block: Block) -> bool:
    """Return whether a short line heads reasons, or sums up: "Section 31 – Law enforcement", "Public interest test"."""
    text = block.text.strip(" :")
    is_line = 0 < len(text.split()) <= _LONGEST_HEADING and text[-1] not in ".?!;"
    if not is_line or block.rows or block.kind is Kind.ITEM:
        return False
    found = current_vocabulary().says("letter.grounds", text)
    return (found is not None and found.start() == 0) or heads_section(text)


def heads_section(text: str) -> bool:
    """Return whether a line names the section of which the words below it speak."""
    text = text.strip(" :")
    is_named = _SECTION.match(text) or _SECTION_BEHIND.fullmatch(text)
    return is_named is not None and len(text.split()) <= _LONGEST_HEADING


def is_general(text: str) -> bool:
    """Return whether every sentence of a passage says only what any letter says before it answers."""
    if len(text) > _LONGEST:
        return False
    ends = _SENTENCE.search(text)
    if ends is None:
        only = text.strip().lower()
        return only != "" and _is_formula(only)
    first = text[: ends.start()].strip()
    # Nearly always the first sentence says more: then the others need not be found.
    if first and not _is_formula(first.lower()):
        return False
    lowered = [one.strip().lower() for one in _SENTENCE.split(text) if one.strip()]
    return bool(lowered) and all(map(_is_formula, lowered))


def _is_formula(lowered: str) -> bool:
    return (
        _GENERAL.match(lowered) is not None
        or ("your" in lowered and _UNDERSTOOD.match(lowered) is not None)
        or _CLOSES.match(lowered) is not None
    )


def closes(text: str) -> bool:
    """Return whether a passage ends the answer: with the ways to complain, or with the signature."""
    return _CLOSES.match(text.strip().lower()) is not None or offers_remedy(text)


def offers_remedy(text: str) -> bool:
    """Return whether a passage begins with what may be done by whoever is not content with it: "You may ask us to review this reply"."""
    says = current_vocabulary().says
    # What is said most seldom is looked for first.
    if not says("letter.remedies", text[:_LONGEST_OFFER]):
        return False
    first = _SENTENCE.split(text.strip(), maxsplit=1)[0][:_LONGEST_OFFER]
    return all(says(f"letter.{kind}", first) for kind in ("remedies", "itself", "offered"))


def remarks_on_whole(text: str) -> bool:
    """Return whether a passage begins with what is said of a whole response: thanks, copyright, advice under the Act."""
    found = current_vocabulary().says("letter.remarks", text.strip()[:_LONGEST_OFFER])
    return found is not None and found.start() <= _NEAR_BEGINNING
