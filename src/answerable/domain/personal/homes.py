"""Where people live: postcodes and addresses."""

import re

from answerable.domain.personal.kinds import Certainty, PersonalKind
from answerable.domain.personal.rules import Rule

_AREAS = (
    "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX"
    "|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LT|LU|M|ME|MK|ML|N|NE|NG"
    "|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW"
    "|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|XX|YO|ZE|ZZ"
)
_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
POSTCODE = rf"(?:[A-Z]{{1,2}}\d[A-Z\d]?[ \u00a0]{{0,2}}{_INWARD}|GIR ?0AA)\b"
_POSTCODE = re.compile(
    rf"(?<![\w/£-])(?:(?:{_AREAS})\d[A-Z\d]?[ \u00a0]{{0,2}}{_INWARD}|GIR ?0AA)(?![\w-])"
)
# In small letters a space stands between the halves, or it is any code.
_SMALL = re.compile(rf"(?<![\w/£-])(?:{_AREAS})\d[a-z\d]? {_INWARD}(?![\w-])", re.IGNORECASE)
_CAPITAL = r"[A-ZÀ-Þ][\w'’.-]*"
_FLAT = r"(?:(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit|[Rr]oom|[Bb]edsit|[Ff]fflat) (?:[A-Za-z]?\d{1,4}[A-Za-z]?|[A-Z]),? )"
_NUMBER = r"\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4}[A-Za-z]?)?"
_HOME = re.compile(
    rf"(?<![\w/.£-]){_FLAT}?{_NUMBER},?[ ]+(?:{_CAPITAL}[ ,\n]+){{1,8}}{POSTCODE}"
    rf"|(?<![\w/.£-]){_FLAT}(?:{_CAPITAL}[ ,\n]+){{1,8}}{POSTCODE}"
)
_ROADS = (
    r"Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Dr|Way|Crescent|Cres|Terrace|Terr|Court|Place|Gardens|Gdns|Grove|Hill"
    r"|Row|Square|Mews|Walk|Park|House|Yard|Wharf|Quay|Rise|View|Croft|Green|Parade|Mount|Vale|Fold|Garth|Gate|End|Bank"
    r"|Broadway|Circus|Wynd|Brae|Side|Towers|Mansions|Buildings|Estate|Cottages?|Common|Heights|Meadows?|Fields?|Chase|Dale"
    r"|Stryd|Heol|Ffordd|Rhodfa|Lôn|Clos|Maes|Parc"
)
_OF_COURTS = r"(?!Crown|County|Magistrates|High Court|Supreme|Family|Youth|Care|Police|Custody|Downing|Day|Opposition|Safe)"
_DOOR = re.compile(
    rf"(?<![\w/.£,-]){_FLAT}?{_NUMBER},? {_OF_COURTS}(?:{_CAPITAL} ){{1,3}}(?:{_ROADS})\b(?!['’]s)"
    rf"|(?<![\w/.£,-]){_NUMBER},? (?:Stryd|Heol|Ffordd|Rhodfa|Lôn|Clos|Maes)(?: (?:y|yr|{_CAPITAL})){{1,3}}"
    rf"|(?<![\w/.£,-]){_FLAT}(?:{_CAPITAL} ){{1,3}}(?:{_ROADS})\b"
)
_NAMED = re.compile(
    rf"(?<![\w/.£-])(?:(?:{_CAPITAL} ){{0,4}}{_CAPITAL},[ \n]+)(?:{_CAPITAL}[ ,\n]+){{0,6}}{POSTCODE}"
)
_C, _L = Certainty.CERTAIN, Certainty.LIKELY
HOMES = (
    Rule(PersonalKind.HOME, _C, "a number, a road and a postcode stand together", _HOME),
    Rule(PersonalKind.HOME, _L, "the name of a house or place stands before a postcode", _NAMED),
    Rule(PersonalKind.HOME, _L, "a number stands before the name of a road", _DOOR),
    Rule(PersonalKind.POSTCODE, _L, "it has the form of a postcode", _POSTCODE),
    Rule(PersonalKind.POSTCODE, _L, "it has the form of a postcode in small letters", _SMALL),
)
