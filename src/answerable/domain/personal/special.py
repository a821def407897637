"""Words of special categories of personal data, where they stand in a sentence about somebody."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from answerable.domain.personal.about import is_about_things, merely_asks
from answerable.domain.personal.kinds import (
    Certainty,
    PersonalFinding,
    PersonalKind,
    SpecialCategory,
)

_C = SpecialCategory
_ILLNESSES = (
    r"(?:(?:breast|bowel|lung|prostate|skin|terminal|ovarian) )?cancer|diabetes|diabetic|epilepsy|epileptic|autism|autistic|ADHD|PTSD"
    r"|depression|depressed|anxiety(?: disorder)?|asthma(?:tic)?|dementia|Alzheimer[’']s|Parkinson[’']s|HIV|hepatitis(?: [ABC])?|bipolar|schizophreni[ac]"
    r"|multiple sclerosis|arthritis|leukaemia|tuberculosis|anorexia|bulimia|dyslexi[ac]|psychosis|psychotic|paranoia|stroke|heart (?:condition|attack|disease|failure)"
    r"|kidney (?:disease|failure)|(?:mental|physical) (?:health (?:problems?|issues?|conditions?|crisis|breakdown|history)|illness|breakdown|impairment)"
    r"|nervous breakdown|learning (?:difficult(?:y|ies)|disabilit(?:y|ies))|wheelchair|chemotherapy|dialysis|insulin|antidepressants|methadone"
    r"|miscarriages?|pregnan(?:t|cy)|abortion|self[- ]harm(?:ed|ing|s)?|suicid(?:e|al)|overdose[ds]?|sectioned|detained under the Mental Health Act"
    r"|disabled|disability|(?:off|long-term|on) sick(?: leave)?|sick(?:ness)? (?:leave|absence|note)|unfit for (?:work|duty)|occupational health"
    r"|diagnos(?:ed|is)(?: (?:with|as|of) [a-z]{3,20})?|hospitali[sz]ed|(?:had|underwent|needs|after|for|recovering from) (?:[a-z]{3,12} )?surgery|hysterectomy|vasectomy|psychiatr(?:ist|ic)|counselling|medication|prescribed"
    r"|alcohol(?:ic|ism| dependen(?:t|cy|ce))|drug (?:addict(?:ion)?|dependen(?:t|cy|ce)|user)|addict(?:ed|ion)|deaf|blind|visually impaired|amput(?:ee|ated)"
    r"|ill(?:ness)?|unwell|seizures?|concussion|migraines?|medical (?:condition|history|records?)|GP"
)
_PATTERNS: tuple[tuple[SpecialCategory, str], ...] = (
    (_C.HEALTH, _ILLNESSES),
    (
        _C.ETHNICITY,
        r"(?:black|white|mixed|asian)[ /-](?:british|african|caribbean|asian|irish|other|english|scottish|welsh)(?: (?:or|and) [a-z]+)?(?: (?:heritage|origin|background|descent))?"
        r"|(?:african|asian|caribbean|indian|pakistani|bangladeshi|chinese|somali|nigerian|jamaican|arab|polish|romanian|turkish|kurdish|irish|mixed|jewish"
        r"|afro-caribbean|black|white|roma|traveller)[ -](?:race|ethnicity|heritage|origin|background|descent|ancestry)"
        r"|mixed[- ]race|Romany|Gypsy|Irish Traveller|IC[1-6]|(?:is|was|as|being|identif(?:ies|ied|y) as|who is|am) (?:a )?(?:black|white|asian|arab|indian|pakistani|bangladeshi|chinese|somali|nigerian|roma|romanian|kurdish)"
        r"|(?:black|asian|arab|somali|roma|kurdish|nigerian|pakistani|bangladeshi) (?:man|woman|male|female|boy|girl|officer|teenager|youth)"
        r"|ethnic(?:ity| origin)(?: is| was|:) [A-Za-z]{3,20}|(?:his|her|my) (?:race|ethnicity|skin colour|nationality)",
    ),
    (
        _C.RELIGION,
        r"(?:a |an )?(?:practising |devout |former |strict |observant |orthodox |non-practising |committed |converted (?:to )?|born-again |Shia |Sunni )?"
        r"(?:Muslims?|Christians?|Catholics?|Roman Catholic|Protestant|Anglican|Methodist|Baptist|Quaker|Jews?|Jewish|Hindus?|Sikhs?|Buddhists?|Jehovah[’']s Witness(?:es)?|Mormon|Pagan|atheist"
        r"|Rastafarian|Islam|Judaism|Hinduism|Sikhism|Christianity)|(?:his|her|my) (?:faith|religion|religious beliefs?|mosque|church|synagogue|temple|gurdwara)|converted to [A-Z][a-z]+"
        r"|Pentecostal|Evangelical|hijab|niqab|turban|kippah",
    ),
    (
        _C.UNION,
        r"(?:(?:is|was|as|been) an? )?(?:(?:Unison|Unite|GMB|PCS|RMT|NASUWT|NEU|ASLEF|USDAW|Prospect|FDA|TSSA|UCU|Equity|FBU|CWU|NUJ|RCN|BMA|POA|BECTU) (?:representatives?|reps?|members?|stewards?|officials?|activists?|branch (?:secretary|chair)|convenors?))"
        r"|members? of (?:Unison|Unite|the GMB|the PCS|the RMT|the NASUWT|the NEU|ASLEF|USDAW|Prospect|the UCU|the FBU|the CWU|the (?:trade )?union)"
        r"|(?:trade[- ])?union (?:representatives?|reps?|members?(?:hip)?|stewards?|officials?|activists?|dues|subscriptions?|branch secretary)|shop stewards?|(?:joined|joins|belongs to|belonged to|left) (?:the union|a (?:trade )?union|(?:the )?(?:Unison|Unite|GMB|PCS|RMT|NASUWT|NEU|ASLEF|USDAW|TSSA|UCU|FBU|CWU|NUJ|RCN|BMA|POA|BECTU))|federation rep(?:resentative)?",
    ),
    (
        _C.SEX_LIFE,
        r"gay|lesbian|bisexual|homosexual|heterosexual|transgender|trans (?:man|woman)|transsexual|non-binary|queer|sexual(?:ity| orientation| relationship| relations| partner| preference)|(?:extramarital )?affair with|slept with"
        r"|sex (?:life|worker|with)|prostitut(?:e|ion)|same-sex partner|civil partner|intimate relationship|gender reassignment",
    ),
    (
        _C.POLITICS,
        r"(?:the |a |an )?(?:Conservative|Labour|Liberal Democrat|Lib Dem|Green|Reform UK|Reform|Communist|Socialist Workers|UKIP|BNP|Plaid Cymru|Sinn F[eé]in|SNP|DUP|Alliance|National Front|Britain First|Workers) (?:Party(?: members?)?|members?|voters?|supporters?|activists?|candidates?|councillors?)"
        r"|members? of (?:the )?(?:Conservative|Labour|Liberal Democrats|Lib Dems|Green|Reform|Communist|Socialist|UKIP|BNP|Plaid Cymru|Sinn F[eé]in|SNP|DUP|National Front|Britain First|EDL|English Defence League|Extinction Rebellion|Just Stop Oil)(?: Party)?"
        r"|vot(?:es|ed|ing) (?:Labour|Conservative|Tory|Green|Liberal Democrat|Lib Dem|Reform|UKIP|SNP|Plaid|Leave|Remain)|(?:a |an )?(?:Tory|anarchist|communist|Marxist|fascist|socialist)|political (?:views?|opinions?|beliefs?|affiliation)|(?:left|right)-wing views",
    ),
    (
        _C.CRIME,
        r"(?:was|were|been|is|being) (?:re-?)?(?:arrested|charged(?= with)|convicted|cautioned|prosecuted|imprisoned|jailed|bailed|remanded|sentenced|acquitted|found guilty|accused|suspected|investigated)(?: (?:on suspicion )?(?:of|for|with) [a-z]+(?: [a-z]+)?)?"
        r"|(?:arrested|charged|convicted|accused|guilty|cautioned|suspected|suspicion|prosecuted|sentenced|jailed|imprisoned|wanted) (?:of|for|with|on suspicion of|to|in connection with) [a-z]+"
        r"|(?:criminal|previous|spent) (?:record|convictions?|history|offences?)|(?:his|her|my) (?:conviction|arrest|caution|criminal record|sentence|offending|probation officer)|pleaded (?:not )?guilty|sex offender|on (?:bail|probation|remand|licence)|ex-offender"
        r"|(?:committed|admitted|confessed to|alleged to have) (?:an? )?(?:offence|fraud|theft|assault|rape|burglary|murder|robbery|perjury|stolen|assaulted)",
    ),
)
_GROUPS = {f"c{place}": category for place, (category, _) in enumerate(_PATTERNS)}
# Begun only where a word begins, and sorted by the first letters in the engine: one pass for all of them.
_ANY = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<c{n}>{words})" for n, (_, words) in enumerate(_PATTERNS))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:I|he|she|him|her|his|hers|himself|herself|my|me|myself|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Mm]y"
    r"|(?:the|this|that|one|an?|our|The|This|One|An?) (?:[\w-]+ )?(?:complainant|applicant|officer|patient|victim|suspect|offender|witness|employee|claimant|pupil|child|man|woman|boy|girl|male|female"
    r"|member of staff|detainee|prisoner|driver|tenant|resident|informant|caller|requester|defendant|colleague|neighbour|constable|sergeant|inspector|mother|father|son|daughter|wife|husband|partner"
    r"|caller|student|deceased|individual|person)|(?:[Ff]e)?male, \d|(?:[Mm]other|[Ff]ather|[Ss]on|[Dd]aughter|[Ww]ife|[Hh]usband|[Bb]rother|[Ss]ister)|[Rr]wy[’']n|[Dd]wi[’']n|[Ff]y)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ“\"‘(])|\n{2,}|\n(?=[-•*\d])")
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Cllr|Sgt|Insp|Supt|St|[A-Z])\.$")
_LAWS = re.compile(
    r"^(?:\s+(?:Act|Acts|Team|Teams|Unit|Service|Services|Strategy|Policy|Policies|Directorate|Department|Programme|Review|Network|Board|Committee|Regulations|Bill|Order|Week|Month|Police Association|Association|Trust))\b"
)
_FARTHEST = 400

_ILLNESS = (
    r"(?:cancer|diabetes|epilepsy|autism|adhd|ptsd|depression|anxiety|asthma|dementia|hiv|bipolar|schizophrenia"
    r"|multiple sclerosis|arthritis|a disability|a learning (?:difficulty|disability)|a mental health)"
)
OWN_HEALTH = re.compile(
    r"\bI(?:['’]ve| have| had)? ?(?:also |long )?(?:suffer(?:ed|ing)?|am suffering|was suffering) (?:with|from)\b"
    r"|\bI (?:was|am|have been|had been|got) (?:recently |also )?(?:diagnosed|sectioned|hospitali[sz]ed)\b"
    rf"|\bI(?:['’]ve| have)(?: got)? (?:severe |chronic |type [12] )?{_ILLNESS}\b"
    r"|\bI(?: am|['’]m) (?:disabled|autistic|epileptic|diabetic|pregnant|bipolar)\b"
    r"|\bmy (?:own )?(?:diagnos[ie]s|disability|illness|medication|mental health|medical (?:records?|history|conditions?)"
    r"|health (?:records?|conditions?)|depression|anxiety|ptsd|pregnancy|miscarriage)\b"
    r"|\b(?:rwy|dwi|rydw i|yr wyf)(?:['’]n| yn) (?:dioddef o|anabl|feichiog|ddiabetig|awtistig)\b"
    r"|\b(?:cefais|ces i|rwyf wedi cael|dwi wedi cael) (?:fy )?(?:ddiagnosis|niagnosis)\b"
    r"|\bfy (?:niagnosis|salwch|anabledd|meddyginiaeth|iechyd|nghofnodion meddygol|nghyflwr)\b",
    re.IGNORECASE,
)
"""What people say of their own health, in whatever they write."""


def own_health(text: str) -> Iterator[PersonalFinding]:
    """Yield what whoever writes says of their own health."""
    for match in OWN_HEALTH.finditer(text):
        yield PersonalFinding(
            PersonalKind.SPECIAL,
            *match.span(),
            Certainty.CERTAIN,
            "its writer speaks of their health",
            _C.HEALTH,
        )


def special_words(text: str, names: Sequence[PersonalFinding]) -> Iterator[PersonalFinding]:
    """Yield words of special categories in sentences that name somebody, or speak of one person."""
    starts = [one.start for one in names]
    edges = [
        match.end()
        for match in _SENTENCE.finditer(text)
        if not _TITLES.search(text, max(0, match.start() - 6), match.start())
    ]
    for match in _ANY.finditer(text):
        if match.lastgroup is None or _LAWS.match(text[match.end() : match.end() + 25]):
            continue
        begin, end = _sentence(edges, *match.span(), length=len(text))
        if is_about_things(text, begin, match, starts):
            continue
        certainty = _certainty(text, begin, end, starts, match)
        if certainty:
            category = _GROUPS[match.lastgroup]
            why = f"it speaks of {category.value} beside a person"
            yield PersonalFinding(PersonalKind.SPECIAL, *match.span(), certainty, why, category)


def _sentence(edges: Sequence[int], start: int, end: int, *, length: int) -> tuple[int, int]:
    """Return where the sentence around words begins and ends, no farther off than names still count."""
    place = bisect_left(edges, start + 1)
    begin = edges[place - 1] if place else 0
    stop = edges[place] if place < len(edges) else length
    return max(begin, start - _FARTHEST), min(stop, end + _FARTHEST)


def _certainty(
    text: str, begin: int, end: int, starts: Sequence[int], match: re.Match[str]
) -> Certainty | None:
    place = bisect_left(starts, begin)
    if place < len(starts) and starts[place] < end:
        return Certainty.LIKELY
    if all(merely_asks(text, one) for one in _SOMEBODY.finditer(text, begin, end)):
        return None
    return (
        Certainty.POSSIBLE
        if match.lastgroup == "c0" and match[0].lower() in _WEAK
        else Certainty.LIKELY
    )


_WEAK = frozenset(
    "counselling medication prescribed ill gp unwell disability disabled stroke illness".split()
)
