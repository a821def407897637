"""The words of control that programs write: others are passed over by every reader, whatever they say."""

import re
from functools import cache

from answerable.inspecting.allowed.kinds import Kind
from answerable.inspecting.allowed.lists import ranges_of

_FAMILIES = re.compile(
    r"a?(?:f|fs|b|i|ul\w*|cf|cb|lang\w*|expnd\w*|up|dn|caps|scaps|strike\w*|sub|super|nosupersub|outl|shad|v|cs)"
    r"|(?:cl|tr|ts|td|row|cell|nest|itap|intbl|last\w*row|br?drt?b?l?r?)\w*|brdr\w*|pg\w*|sect\w*|marg\w*|gutter\w*"
    r"|head\w*|foot\w*|titlepg|facingp|pard?|plain|par\w*|s|ds|ls|ilvl|li\w*|ri\w*|fi\w*|sb\w*|sa\w*|sl\w*|q[a-z]|tx|tq[a-z]"
    r"|tl\w+|tb|keep\w*|wid\w*|nowid\w*|hyph\w*|adjust\w*|aspalpha|aspnum|fa[a-z]+|cufi|culi|curi|contextualspace"
    r"|outlinelevel|abs\w*|pos\w*|phc\w*|ph[a-z]+|pv[a-z]+|dfr\w*|dropcap\w*|frm\w*|overlay|nowrap|wrap\w*|pn\w*|list\w*"
    r"|level\w*|levels\w*|style\w*|sbasedon|snext|slink|sautoupd|shidden|slocked|ssemihidden|sunhideused|sqformat|spriority"
    r"|spersonal|scompose|sreply|additive|keycode|font\w*|f[a-z]{3,7}|fcharset|fprq|fbias|red|green|blue|c[a-z]+shade|c[a-z]+tint"
    r"|cacc\w*|chyperlink|cfollowed\w*|ansi\w*|mac|pc|pca|deff?\w*|stshf\w*|adef\w*|deflang\w*|noproof|lang\w*|rtf|rtl\w*|ltr\w*"
    r"|loch|hich|dbch|uc|u|ud|upr|bin|tab|line|page|column|cell|emdash|endash|emspace|enspace|qmspace|bullet|[lr]d?blquote|lquote|rquote"
    r"|zw\w+|chdate|chtime|chpgn|chftn\w*|chat\w*|softline|softpage|softcol|softlheight|ftn\w*|aftn\w*|aenddoc|endnhere|enddoc|endnotes"
    r"|fet|field|fld\w*|ff\w*|formfield|data\w*|info|title|subject|author|manager|company|operator|category|keywords|comment|doccomm"
    r"|hlinkbase|creatim|revtim|printim|buptim|yr|mo|dy|hr|min|sec|version|vern|edmins|nof\w+|id|userprops|propname|proptype|staticval"
    r"|linkval|docvar|rev\w*|crauth|crdate|deleted|mvf|mvt|mv\w+|old\w+props|annotation|atn\w*|atrf\w*|bkmk\w*|bkmkpub|pub\w*|rsid\w*"
    r"|insrsid|charrsid|pararsid|delrsid|sectrsid|tblrsid|styrsid|view\w*|doc\w*|form\w*|all\w*|gen\w*|template|theme\w*|color\w*|latent\w*"
    r"|lsd\w*|pict|pic\w*|shppict|nonshppict|jpeg\w*|png\w*|emf\w*|wmet\w*|wbm\w*|dib\w*|mac\w*|blip\w*|shp\w*|sp|sn|sv|svb|obj\w*|result|rslt\w*"
    r"|do|dp\w*|dob\w*|dod\w*|xml\w*|factoid\w*|prot\w*|m[A-Za-z]\w*|pgp\w*|ipgp|itap|fromhtml|fromtext|htmlrtf|htmltag|mhtmltag|highlight"
    r"|charscalex|ch[a-z]+|kerning|cgrid|sectd|nocol\w*|lin\w*|vert\w*|land\w*|paper\w*|bin[fs]x\w*|stext\w*|colno|cols\w*|colw|colsr|lnb\w*"
    r"|noqfpromote|nox\w*|nol\w*|nof\w*|nob\w*|noc\w*|noe\w*|nog\w*|nojk\w*|noul\w*|nos\w*|not\w*|nou\w*|jc\w*|jexp\w*|jcomp\w*|jsksu|snap\w*|dg\w*|dntbl\w*|exp\w*|ex\w*|lyt\w*"
    r"|use\w*|wpjst|wps\w*|wpt\w*|wpeq\w*|ign\w*|sav\w*|sho\w*|sprs\w*|spl\w*|sub\w*|swp\w*|tr\w*|trunc\w*|trans\w*|track\w*|tx\w*|ut\w*|validatexml|win\w*"
    r"|relyonvml|remov\w*|read\w*|priv\w*|prc\w*|print\w*|psz|psover|oldas|oldline\w*|hwelev|horzdoc|hres|gridtbl|make\w*|linkstyles|krnprsnet|indmirror"
    r"|dispbeg\w*|fbid\w*|felnbrelev|fracwidth|ilfomacat\w*|cvmme|cts|brkfrm|bookfold\w*|bdbfhdr|bdrrlswsix|background|asian\w*|auto\w*|apply\w*|alt\w*|aft\w*|windowcaption|writereserv\w*|passwordhash|password"
    r"|linestart|linestarts|footery|headery|guttersxn|stshf\w+|tsrowd|accnone|acc\w+|animtext|embo|impr|webhidden|nohyph|cs|strikeo?d?|striked|fitt?ext|fittext|wbitmap|wgrff\w*|ebc\w*|hl\w+|tc[a-z]*|xe|rxe|txe|bxe|ixe|yxe|xef|collapsed",
)


_SIGNS = frozenset("bivfsldutc|:*'")
"""Words of one letter, and signs behind a backslash that are no text."""


def is_known(word: str) -> bool:
    """Return whether a word of control is one that programs write."""
    return word in _SIGNS or _FAMILIES.fullmatch(word) is not None


def code_of_word(word: str, number: int | None) -> str:
    """Return as what a word of control is found: as nothing if programs write it, with such a number."""
    if not is_known(word):
        return "rtf.unknown-word"
    usual = _ranges().get(word)
    is_usual = usual is None or not number or usual.allows(str(number))
    return "" if is_usual else "rtf.unknown-property"


@cache
def _ranges() -> dict[str, Kind]:
    return {word: Kind(usual) for usual, words in ranges_of("rich") for word in words.split()}
