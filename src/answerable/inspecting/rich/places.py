"""The destinations of RTF: which hold text that is shown, which hold settings, and which are a finding."""

SHOWN = frozenset(
    "rtf header headerl headerr headerf footer footerl footerr footerf footnote fldrslt field shp shpinst shprslt"
    " shptxt ud result mmath moMath moMathPara nesttableprops"
    " background do dptxbxtext".split()
)
"""What stands there is text on a page, or sets it."""

SETTINGS = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable list listlevel listoverride leveltext levelnumbers"
    " lsdlockedexcept latentstyles rsidtbl pgptbl pgp xmlnstbl pn pnseclvl pntxta pntxtb listname listpicture"
    " panose falt fname fontemb fontfile tsrowd keycode cs ts ds wgrffmtfilter mmathPr mmathFont mbrkBin"
    " mbrkBinSub msmallFrac mdispDef mlMargin mrMargin mdefJc mwrapIndent mintLim mnaryLim picprop defchp defpap"
    " filetbl file expandedcolortbl cellrslt colorschememapping generator themedata f0 pnaiu aftnnrlc"
    " blipuid bliptag nonesttables revtbl oldcprops oldpprops oldtprops oldsprops writereservhash writereservation"
    " passwordhash ebcstart ebcend background sp sn sv".split()
)
"""What stands there is settings, or looked at by its own rule."""

FOUND = {
    "ftnsep": "rtf.unused-header",
    "ftnsepc": "rtf.unused-header",
    "ftncn": "rtf.unused-header",
    "aftnsep": "rtf.unused-header",
    "aftnsepc": "rtf.unused-header",
    "aftncn": "rtf.unused-header",
    "annotation": "rtf.comment",
    "atnid": "rtf.comment",
    "atnauthor": "rtf.comment",
    "atndate": "rtf.comment",
    "atntime": "rtf.comment",
    "atnicn": "rtf.comment",
    "atnref": "rtf.comment",
    "atnparent": "rtf.comment",
    "atrfstart": "rtf.comment",
    "atrfend": "rtf.comment",
    "object": "rtf.object",
    "objdata": "rtf.object",
    "objclass": "rtf.object",
    "objname": "rtf.object",
    "objalias": "rtf.object",
    "objsect": "rtf.object",
    "objtime": "rtf.object",
    "docvar": "rtf.variable",
    "userprops": "rtf.property",
    "propname": "rtf.property",
    "staticval": "rtf.property",
    "linkval": "rtf.property",
    "info": "rtf.property",
    "title": "rtf.property",
    "subject": "rtf.property",
    "keywords": "rtf.property",
    "comment": "office.remark",
    "doccomm": "office.remark",
    "category": "rtf.property",
    "company": "rtf.property",
    "hlinkbase": "rtf.property",
    "author": "rtf.person",
    "manager": "rtf.person",
    "operator": "rtf.person",
    "creatim": "rtf.property",
    "revtim": "rtf.property",
    "printim": "rtf.property",
    "buptim": "rtf.property",
    "template": "rtf.property",
    "generator": "rtf.property",
    "bkmkstart": "rtf.bookmark",
    "bkmkend": "rtf.bookmark",
    "revtbl": "rtf.reviewer",
    "datafield": "rtf.hidden-data",
    "datastore": "rtf.data",
    "formfield": "rtf.form-field",
    "ffname": "rtf.form-field",
    "ffdeftext": "rtf.form-field",
    "ffformat": "rtf.form-field",
    "ffhelptext": "rtf.form-field",
    "ffstattext": "rtf.form-field",
    "ffentrymcr": "rtf.form-field",
    "ffexitmcr": "rtf.form-field",
    "ffl": "rtf.form-field",
    "xmlopen": "rtf.data",
    "xmlattrname": "rtf.data",
    "xmlattrvalue": "rtf.data",
    "factoidname": "rtf.data",
    "xmlname": "rtf.data",
    "protusertbl": "rtf.person",
    "protstart": "rtf.person",
    "protend": "rtf.person",
    "mailmerge": "rtf.data",
    "upr": "rtf.other-text",
    "nonesttables": "rtf.other-text",
    "xe": "rtf.index-entry",
    "tc": "rtf.index-entry",
    "tcn": "rtf.index-entry",
    "rxe": "rtf.index-entry",
    "txe": "rtf.index-entry",
    "rsidtbl": "rtf.sittings",
    "themedata": "rtf.theme",
    "colorschememapping": "rtf.theme",
    "passwordhash": "rtf.protection",
    "writereservhash": "rtf.protection",
    "writereservation": "rtf.protection",
    "listname": "rtf.style-name",
    "listpicture": "rtf.shape",
    "oldcprops": "rtf.tracked-change",
    "oldpprops": "rtf.tracked-change",
    "oldtprops": "rtf.tracked-change",
    "oldsprops": "rtf.tracked-change",
    "nextfile": "rtf.property",
    "filetbl": "rtf.data",
    "file": "rtf.data",
    "sn": "rtf.shape",
    "sv": "rtf.shape",
    "hlfr": "rtf.shape",
    "hlsrc": "rtf.shape",
    "hlloc": "rtf.shape",
    "fldinst": "rtf.field",
    "fontemb": "rtf.font",
    "fontfile": "rtf.font",
    "bliptag": "rtf.shape",
    "blipuid": "rtf.shape",
    "picprop": "rtf.shape",
}
"""What stands there is kept, and not shown; text of a group inside of one belongs to the innermost that is named."""

COUNTED = frozenset(("listtext", "pntext"))
"""Numbers and dots of a list, which programs of today make themselves: words there are shown by old ones alone."""

PICTURES = frozenset(("pict", "shppict", "nonshppict"))
FONTS = frozenset(("fonttbl", "stylesheet"))
NAMES = frozenset(
    (
        "fonttbl",
        "stylesheet",
        "latentstyles",
        "lsdlockedexcept",
        "falt",
        "fname",
        "xmlnstbl",
        "cs",
        "ds",
        "ts",
    )
)
"""Names of fonts, styles and schemas."""
