"""Words that people and places are called, and that mean something else more often than not."""

from functools import lru_cache

_NAMES = """
may june april august summer autumn dawn eve grace joy hope faith charity rose lily ivy daisy heather holly hazel
violet olive iris poppy rosemary ruby pearl amber jade crystal mark bill will grant frank rich art jack bob rob pat
sue ray rod guy max drew miles dean earl duke prince christian sterling chase hunter mason carter taylor cooper
young brown black white green gray grey day law hall hill wood woods field fields king page banks price cook baker
smith short long strong small little large best good west east north south church parish bishop pope abbot priest
knight marshall judge bond stone steel silver gold waters rivers brook brooks lake ford bridge bridges street lane
park parks garden gardner gardener farmer fisher shepherd fox wolf bird swan crane drake peacock english french
welsh irish scott england france london york kent wales chester lincoln durham bath street road place house court
office officer case force power powers care child childs children man woman friend self major general sergeant
constable office bell berry bush rice mills miller weaver tanner turner potter porter parker walker fuller sawyer
carpenter mann cross crossing station train gates marsh moss heath snow frost winter hood cap coates shaw hay barn
penny pound cash sharp swift wise noble savage moody hardy keen bright close down up read reed wright right fair
may's lord sergeant town city county council police crime drug ward wards field lot love loves gay nurse doctor
speed speeds flood floods pool key keys lock locks bolt post drinkwater book webb web hand head foot leg back
cotton silk leather glass stain rust rush dale glen cliff rock sandy sands beach shore bay see say do no so
the of and in on at to for by de van von der la le al ap a an so me ho he she we my us it is was are be am i you your our not
no can all any how who why what when new old me had has have if or as our out over under up down per via also more most
person persons people public data record records question questions answer answers request requests information
"""


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return frozenset(_NAMES.split())


def is_ordinary(word: str) -> bool:
    """Return whether a word stands in a text for something else than who is called so, more often than not."""
    return word.lower() in _ordinary()
