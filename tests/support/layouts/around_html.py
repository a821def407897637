"""What stands around a log on a web site: menus, notices, lists of other pages; none of it is the log's."""

from html import escape

_HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Log</title>{more}</head>\n'


def plain_page(main, look):
    """Return a page with its menu, head and foot, if it has any."""
    menu = _listed(look.menu)
    nav = f"<nav>{menu}</nav>" if menu else ""
    head = f"<header><p>{escape(look.header)}</p>{nav}</header>" if look.header or menu else ""
    foot = f"<footer><p>{escape(look.footer)}</p></footer>" if look.footer else ""
    body = f"<body>{head}\n<main>\n{main}\n</main>\n{foot}</body>\n</html>\n"
    return _HEAD.format(more="") + body


def site_page(main, look):
    """Return a page of a site of today: a notice, a path of links, other pages beside it, a question below."""
    notice = (
        '<div class="cookie-banner" role="region" aria-label="Cookies"><h2>Cookies on this site</h2>'
        "<p>We use some essential cookies to make this site work.</p><button>Accept</button></div>"
    )
    path = _listed(("Home", *look.menu, "Access to information"))
    others = _listed(("Publication scheme", "Make a request", "Data protection"))
    useful = '<div class="feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div>'
    style = (
        "<style>.field{margin:0}</style><script>document.documentElement.className='js'</script>"
    )
    return _HEAD.format(more=style) + (
        f'<body><a class="skip" href="#main">Skip to main content</a>{notice}'
        f'<header role="banner"><p>{escape(look.header or look.footer)}</p></header>'
        f'<nav class="breadcrumbs" aria-label="Breadcrumb">{path}</nav>\n<div class="page"><main id="main">'
        f'<div class="content"><div class="text">\n{main}\n</div></div></main>\n'
        f"<aside><h2>Related pages</h2>{others}</aside>{useful}</div>\n"
        f'<footer role="contentinfo"><p>{escape(look.footer)}</p>{_listed(("Accessibility", "Privacy"))}</footer>'
        "</body>\n</html>\n"
    )


def old_page(main, look):
    """Return a page of an old site, which sets its menu and its text side by side in a table."""
    menu = "<br>".join(f'<a href="#{one}">{escape(one)}</a>' for one in look.menu)
    return _HEAD.format(more="") + (
        f'<body bgcolor="#ffffff"><center><font size="5">{escape(look.header)}</font></center>\n'
        '<table width="760" border="0" cellpadding="4"><tr>'
        f'<td width="140" valign="top"><font size="2">{menu}</font></td>\n<td valign="top">\n{main}\n</td>'
        f'</tr></table>\n<div id="foot"><font size="1">{escape(look.footer)}&nbsp;|&nbsp;Last changed 3 May'
        "</font></div></body>\n</html>\n"
    )


def _listed(names):
    links = "".join(f'<li><a href="#{escape(one)}">{escape(one)}</a></li>' for one in names)
    return f"<ul>{links}</ul>" if names else ""


PAGES = {"": plain_page, "new": site_page, "old": old_page}
