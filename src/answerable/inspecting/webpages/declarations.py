"""What a style may say of an element without keeping its words from anybody: a list of what is allowed, and how far."""

import re

_LOOKED_AT = (
    "display visibility content-visibility font font-size opacity left top right bottom text-indent color width height"
    " max-width max-height min-width min-height line-height clip clip-path transform translate scale rotate inset z-index"
    " filter mask mask-image letter-spacing zoom mix-blend-mode overflow overflow-x overflow-y text-overflow white-space"
    " position background background-color background-image animation animation-name"
).split()
"""What readers of their own look at: these are left to them, but for how far a length goes."""

_HARMLESS = (
    "accent-color align-content align-items align-self appearance aspect-ratio background-attachment background-clip"
    " background-origin background-position background-repeat background-size behavior border-collapse border-spacing box-shadow"
    " box-sizing break-after break-before break-inside caption-side caret-color clear color-scheme column-count column-fill"
    " column-gap column-rule column-span column-width columns counter-increment counter-reset cursor direction empty-cells flex"
    " flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font-display font-family font-feature-settings"
    " font-kerning font-optical-sizing font-smooth font-stretch font-style font-synthesis font-variant font-variant-caps"
    " font-variant-ligatures font-variant-numeric font-variant-east-asian font-variant-alternates font-variant-position"
    " font-weight gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-gap grid-row grid-template"
    " grid-template-areas grid-template-columns grid-template-rows hyphens image-rendering isolation justify-content justify-items"
    " justify-self line-break list-style list-style-image list-style-position list-style-type object-fit object-position order"
    " orphans outline outline-color outline-offset outline-style outline-width overflow-anchor overflow-wrap overscroll-behavior"
    " page page-break-after page-break-before page-break-inside panose-1 pointer-events punctuation-wrap quotes resize row-gap"
    " ruby-align ruby-position scroll-behavior scroll-margin scroll-margin-top scroll-padding size speak src tab-size table-layout"
    " tab-interval tab-stops text-align text-align-last text-autospace text-decoration text-decoration-color text-decoration-line"
    " text-decoration-style text-decoration-skip text-decoration-skip-ink text-decoration-thickness text-emphasis text-justify"
    " text-line-through text-rendering text-size-adjust text-transform text-underline text-underline-offset text-underline-position"
    " text-wrap touch-action transition transition-delay transition-duration transition-property transition-timing-function"
    " unicode-bidi unicode-range user-select vertical-align widows will-change word-break word-spacing word-wrap writing-mode"
    " layout-grid-mode line-height-alt text-shadow text-combine-upright fill stroke font-color content marks so-language"
    " layout-flow rows cols clear-alt mso-style-name font-palette hanging-punctuation initial-letter print-color-adjust"
    " color-adjust forced-color-adjust scrollbar-width scrollbar-color scrollbar-gutter backface-visibility perspective-origin"
    " transform-origin contain container container-type interpolation-mode inline-size"
).split()
_ALLOWED = frozenset((*_LOOKED_AT, *_HARMLESS))
_FAMILIES = re.compile(
    r"(?:border|margin|padding|mso|-ms-text|-webkit-text-size|-moz-text-size|-webkit-font|-moz-osx-font|-webkit-tap|-webkit-print|"
    r"-webkit-hyphens|-moz-hyphens|-ms-hyphens|-webkit-box|-moz-box|-webkit-appearance|-moz-appearance|-webkit-user-select|"
    r"-moz-user-select|-ms-user-select|-webkit-overflow|-webkit-border|-moz-border|-ms-flex|-webkit-flex|-webkit-align|"
    r"-webkit-justify|-ms-interpolation|-ms-overflow|-ms-grid|-o-object|-webkit-columns|-moz-columns|-webkit-column|-moz-column)"
    r"(?:-[\w-]+)?",
)
_LENGTH = re.compile(
    r"(?<![\w#.])(-?\d*\.?\d+)(px|pt|r?em|cm|mm|in|pc|ex|ch|v[wh]|vmin|vmax|%)(?![\w])"
)
_PIXELS = {
    "px": 1, "pt": 1.33, "em": 16, "rem": 16, "cm": 38, "mm": 3.8, "in": 96, "pc": 16, "ex": 8, "ch": 8,
    "vw": 12, "vh": 8, "vmin": 8, "vmax": 12, "%": 8,
}  # fmt: skip
_FARTHEST_BACK, _FARTHEST = -250.0, 3_000.0
"""Points on a screen: nothing that is seen begins farther to the left, or goes farther to the right."""

_THICKEST = 8.0
_LINES = ("text-decoration", "text-decoration-thickness", "text-line-through")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|url\([^)]*\)", re.IGNORECASE)
_SAYS = re.compile(r"([\w-]+)\s*:[^;:\"']*[\"'][^\"']*[^\W\d_]{3}[^\"']*[\"']")
_OF_WORDS = frozenset(
    "font font-family src content quotes grid-template-areas grid-template mso-ascii-font-family mso-hansi-font-family"
    " mso-fareast-font-family mso-bidi-font-family mso-list mso-style-name mso-style-parent mso-style-link mso-number-format"
    " mso-level-text mso-font-alt mso-header-data mso-footer-data font-feature-settings mso-generic-font-family background-image"
    " background list-style-image mso-style-next mso-level-style-link mso-list-type mso-font-charset cursor filter".split()
)
"""Of these a string is the name of a font or a style, an address, or what readers of their own look at."""

_ALWAYS_FAR = frozenset(
    ("max-width", "max-height", "border-radius", "src", "unicode-range", "background-size")
)


def is_out_of_the_ordinary(style: str) -> bool:
    """Return whether a style says what is not on the list, or a length that nobody gives to what is to be seen."""
    if any(name.lower() not in _OF_WORDS for name in _SAYS.findall(style)):
        return True
    for one in _QUOTED.sub("", style).lower().split(";"):
        name, found, value = one.partition(":")
        name = name.strip()
        if not found or not value.strip() or name.startswith("--"):
            # What a name of one's own stands for is told where it is used.
            continue
        if name not in _ALLOWED and not _FAMILIES.fullmatch(name):
            return True
        if name not in _ALWAYS_FAR and any(
            not _is_usual(name, *each) for each in _LENGTH.findall(value)
        ):
            return True
    return False


def _is_usual(name: str, number: str, unit: str) -> bool:
    pixels = float(number) * _PIXELS[unit]
    most = _THICKEST if name in _LINES and unit != "%" else _FARTHEST
    return _FARTHEST_BACK <= pixels <= most
