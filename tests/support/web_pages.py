"""Pages as systems for the content of sites print them, each round the same two records."""

RECORDS = """<h2>Dogs in service</h2><p>Reference: 24-117</p>
<h3>Request</h3><ol><li>How many dogs are kept?</li><li>What do they eat?</li></ol>
<h3>Response</h3><ol><li>Twelve dogs.</li><li>Dry meat.</li></ol>
<h2>Cats in service</h2><p>Reference: 24-118</p>
<h3>Request</h3><p>How many cats are kept?</p>
<h3>Response</h3><p>None is kept.</p>"""

_LINKS = '<ul><li><a href="/">Home</a></li><li><a href="/bins">Bins</a></li><li><a href="/tax">Council tax</a></li></ul>'
_HEAD = "<!DOCTYPE html><html><head><title>FOI log</title></head>"

PAGES = {
    "WordPress": f"""{_HEAD}<body class="page has-sidebar"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/">Estwick Town Council</a></p>
<nav id="site-navigation">{_LINKS}</nav></header><div id="content" class="site-content"><div id="primary"><main id="main">
<article class="post hentry"><header class="entry-header"><h1>Disclosure log</h1></header>
<div class="entry-content">{RECORDS}
<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3>{_LINKS}</div></div>
<footer class="entry-footer">Posted in <a href="/foi">FOI</a></footer></article>
<nav class="post-navigation"><h2 class="screen-reader-text">Post navigation</h2><a href="/x">Previous: Minutes of May</a></nav>
</main></div><aside id="secondary" class="widget-area"><section class="widget"><h2>Recent posts</h2>{_LINKS}</section></aside></div>
<footer id="colophon"><div class="site-info">Proudly powered by a press</div></footer></body></html>""",
    "Drupal": f"""{_HEAD}<body><div class="dialog-off-canvas-main-canvas"><div class="region region-breadcrumb"><nav role="navigation"
aria-labelledby="system-breadcrumb"><h2 id="system-breadcrumb" class="visually-hidden">Breadcrumb</h2>{_LINKS}</nav></div>
<div class="region region-content"><div class="node__content"><div class="field field--name-body">
<h1>Disclosure log</h1>{RECORDS}</div></div></div>
<div class="region region-sidebar-second"><div class="block"><h2>In this section</h2>{_LINKS}</div></div>
<div class="region region-footer"><p>Estwick Borough Council, Town Hall, Estwick</p><p>Telephone 01632 960001</p></div></div></body></html>""",
    "Umbraco": f"""{_HEAD}<body><div class="umb-grid"><div class="grid-section"><div class="row clearfix"><div class="col-md-12 column">
<h1>Disclosure log</h1></div></div><div class="row clearfix"><div class="col-md-9 column"><div>{RECORDS}</div></div>
<div class="col-md-3 column"><h4>More about us</h4>{_LINKS}</div></div></div></div>
<div class="container"><div class="row"><p>Page last updated: 3 May 2024</p><p>Was this page helpful?</p><button>Yes</button><button>No</button>
</div></div></body></html>""",
    "GOV.UK": f"""{_HEAD}<body class="gem-c-layout-for-public govuk-template__body"><div id="global-cookie-message" class="gem-c-cookie-banner"
role="region"><h2>Cookies on this site</h2><p>We use some essential cookies to make this website work. We would like to set more cookies.</p>
<button>Accept additional cookies</button></div><div class="govuk-breadcrumbs"><ol><li><a href="/">Home</a></li></ol></div>
<main role="main" id="content" class="govuk-main-wrapper"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="gem-c-title__text">Disclosure log</h1></div></div><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/o">Harbour Office</a></dd></dl></div>
<div class="govspeak">{RECORDS}</div></main><div class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes</button></div>
<footer class="govuk-footer"><p>All content is available under the licence, except where otherwise stated</p><p>© Crown copyright</p></footer></body></html>""",
    "a council's own system": f"""{_HEAD}<body><div class="a-header"><div class="o-skip-links"><a href="#c">Skip to main content</a></div></div>
<div class="widget widget--breadcrumb">{_LINKS}</div><div class="a-body" id="c"><h1>Disclosure log</h1><div class="editor">{RECORDS}</div>
<div class="widget__page-tools">Print this page</div><div class="s-galleries"><h2>Share this page</h2>{_LINKS}</div></div>
<div class="a-footer"><p>&copy; 2024 Estwick Council</p><p>Designed and powered by nobody</p></div></body></html>""",
    "a table for head, menu, text and foot": f"""<html><head><title>FOI</title></head><body bgcolor="white"><table width="760" cellpadding="0" cellspacing="0"
border="0"><tr><td colspan="3"><img src="head.gif"><font size="5">Estwick Council</font></td></tr><tr><td width="140" valign="top">
<a href="index.htm">Home</a><br><a href="foi.htm">Requests</a><br><a href="map.htm">Map</a></td><td width="10"><img src="dot.gif"></td>
<td valign="top"><table width="100%" cellpadding="4"><tr><td><h1>Disclosure log</h1>{RECORDS}</td></tr></table></td></tr>
<tr><td colspan="3"><hr><font size="1">Last changed on 3 May 2024 | <a href="mailto:web@estwick.example">Webmaster</a></font></td></tr></table></body></html>""",
    "tables in tables, nothing closed": f"""<html><body><table border=0 width=100%><tr><td><table border=0><tr><td><a href=a.htm>Home</a>
<td><a href=b.htm>Contact</a></table><tr><td><table border=0 cellspacing=6><tr><td width=20%><b><a href=c.htm>Minutes</a></b><br><a href=d.htm>Budget</a>
<td width=80%>{RECORDS}</table><tr><td>Copyright &copy 2003 Estwick</table>""",
    "a presentation table": f"""{_HEAD}<body><table role="presentation"><tr><td><p>Estwick Trust</p></td></tr><tr><td>{RECORDS}</td>
<td><p><a href="/a">Careers</a></p><p><a href="/b">Wards</a></p></td></tr></table></body></html>""",
    "notices that are hidden": f"""{_HEAD}<body><div style="display:none" class="modal"><h2>Before you leave</h2><p>Would you take part in our survey?</p></div>
<main><h1>Disclosure log</h1>{RECORDS}<div hidden><p>No results</p></div></main><noscript><p>Turn on scripts</p></noscript>
<template><p>Row</p></template></body></html>""",
    "records that stand outside of what is called main": f"""{_HEAD}<body><main><h1>Disclosure log</h1></main><div class="sidebar">{RECORDS}</div>
<footer>Estwick Council</footer></body></html>""",
}
"""Whole pages: the site's name, menus, notices, links to other pages, a foot."""

FORMS = {
    "bare lines with breaks between": """<div><b>Dogs in service</b><br>Reference: 24-117<br><br><b>Request</b><br><br>1. How many dogs are kept?<br><br>
2. What do they eat?<br><br><b>Response</b><br><br>1. Twelve dogs.<br><br>2. Dry meat.<br><br><b>Cats in service</b><br>Reference: 24-118<br><br>
<b>Request</b><br><br>How many cats are kept?<br><br><b>Response</b><br><br>None is kept.</div>""",
    "div in div and no paragraphs": """<div><div><div>Dogs in service</div><div>Reference: 24-117</div></div><div><div>Request</div><div>1. How many dogs are
kept?<div>2. What do they eat?</div></div></div><div><div>Response</div><div>1. Twelve dogs.</div><div>2. Dry meat.</div></div></div>
<div><div>Cats in service</div><div>Reference: 24-118</div><div>Request</div><div>How many cats are kept?</div><div>Response</div><div>None is kept.</div></div>""",
    "fonts for headings": """<html><body><p><font size="4" color="navy"><b>Dogs in service</b></font><p><font size=2>Reference: 24-117<p><font size=3><b>Request</b></font>
<p><font size=2>1. How many dogs are kept?<p>2. What do they eat?<p><font size=3><b>Response</b></font><p>1. Twelve dogs.<p>2. Dry meat.
<p><font size=4><b>Cats in service</b></font><p>Reference: 24-118<p><b>Request</b><p>How many cats are kept?<p><b>Response</b><p>None is kept.</body></html>""",
    "Word, saved as HTML": """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator
content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal
{margin:0cm;} --></style></head><body lang=EN-GB><div class=WordSection1><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Dogs in
service<o:p></o:p></b></p><p class=MsoNormal>Reference: 24-117<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><b>Request<o:p></o:p></b></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-fareast-font-family:"Times New Roman"'>
<span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>How many dogs are kept?<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>2.<span>&nbsp;&nbsp;&nbsp; </span><![endif]>What do they <st1:place w:st="on">eat</st1:place>?<o:p></o:p></p>
<p class=MsoNormal><b>Response<o:p></o:p></b></p><p class=MsoListParagraph>1.<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>Twelve dogs.<o:p></o:p></p>
<p class=MsoListParagraph>2.<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>Dry meat.<o:p></o:p></p><p class=MsoNormal><b>Cats in service<o:p></o:p></b></p>
<p class=MsoNormal>Reference: 24-118</p><p class=MsoNormal><b>Request</b></p><p class=MsoNormal>How many cats are kept?</p><p class=MsoNormal><b>Response</b></p>
<p class=MsoNormal>None is kept.<o:p></o:p></p></div></body></html>""",
    "an accordion": """<div class="accordion"><details><summary>Dogs in service</summary><div><p>Reference: 24-117</p><p><strong>Request</strong></p><p>1. How many dogs are kept?
</p><p>2. What do they eat?</p><p><strong>Response</strong></p><p>1. Twelve dogs.</p><p>2. Dry meat.</p></div></details><details><summary>Cats in service</summary>
<p>Reference: 24-118</p><p><strong>Request</strong></p><p>How many cats are kept?</p><p><strong>Response</strong></p><p>None is kept.</p></details></div>""",
    "an accordion that a script opens": """<div class="panel-group"><h3><button aria-expanded="false" aria-controls="p1">Dogs in service</button></h3><div id="p1" style="display: none">
<p>Reference: 24-117</p><h4>Request</h4><ol><li>How many dogs are kept?<li>What do they eat?</ol><h4>Response</h4><ol><li>Twelve dogs.<li>Dry meat.</ol></div>
<h3><button aria-controls="p2">Cats in service</button></h3><div id="p2" hidden><p>Reference: 24-118</p><h4>Request</h4><p>How many cats are kept?</p><h4>Response</h4>
<p>None is kept.</p></div></div>""",
    "tabs": """<main><h2>Dogs in service</h2><p>Reference: 24-117</p><ul role="tablist"><li><a role="tab" href="#a1">Request</a></li><li><a role="tab" href="#b1">Response</a></li></ul>
<div role="tabpanel" id="a1"><p>1. How many dogs are kept?</p><p>2. What do they eat?</p></div><div role="tabpanel" id="b1" hidden><p>1. Twelve dogs.</p><p>2. Dry meat.</p></div>
<h2>Cats in service</h2><p>Reference: 24-118</p><ul role="tablist"><li><a role="tab" href="#a2">Request</a></li><li><a role="tab" href="#b2">Response</a></li></ul>
<div role="tabpanel" id="a2"><p>How many cats are kept?</p></div><div role="tabpanel" id="b2" hidden><p>None is kept.</p></div></main>""",
    "terms and descriptions": """<h2>Dogs in service</h2><dl><dt>Reference<dd>24-117<dt>Request<dd><p>1. How many dogs are kept?<p>2. What do they eat?<dt>Response<dd><p>1. Twelve dogs.
<p>2. Dry meat.</dl><h2>Cats in service</h2><dl><dt>Reference<dd>24-118<dt>Request<dd>How many cats are kept?<dt>Response<dd>None is kept.</dl>""",
    "typed lines": """<html><body><pre>
Dogs in service
Reference: 24-117

Request

1. How many dogs are kept?
2. What do they eat?

Response

1. Twelve dogs.
2. Dry meat.

Cats in service
Reference: 24-118

Request

How many cats are kept?

Response

None is kept.
</pre></body></html>""",
    "blanks for indentation and names without semicolons": """<div><p><b>Dogs&nbspin service</b><p>Reference:&nbsp24-117<p><b>Request</b><p>&nbsp;&nbsp;&nbsp;1.&nbsp;&nbsp;How many dogs are kept?
<p>&#160;&#160;2.&nbsp;What do they eat?<p><b>Response</b><p>&nbsp;&nbsp;1. Twelve dogs.<p>&nbsp;&nbsp;2. Dry meat.<p><b>Cats in service</b><p>Reference: 24-118<p><b>Request</b>
<p>How many cats are kept?<p><b>Response</b><p>None is kept.</div>""",
    "words for those who cannot see": """<main><h2>Dogs in service<span class="visually-hidden"> (opens below)</span></h2><p>Reference: 24-117</p><h3>Request<span class="sr-only"> 1 of 2</span></h3>
<p>1. How many dogs are kept?</p><p>2. What do they eat?</p><h3>Response</h3><p>1. Twelve dogs.</p><p>2. Dry meat.<span style="display:none">Old answer</span></p>
<h2>Cats in service</h2><p>Reference: 24-118</p><h3>Request</h3><p>How many cats are kept?</p><h3>Response</h3><p>None is kept.</p></main>""",
    "each record in a cell beside its picture": """<table><tr><td><img src="dog.gif"></td><td><h3>Dogs in service</h3><p>Reference: 24-117</p><p><b>Request</b></p><p>1. How many dogs are kept?</p>
<p>2. What do they eat?</p><p><b>Response</b></p><p>1. Twelve dogs.</p><p>2. Dry meat.</p></td></tr><tr><td><img src="cat.gif"></td><td><h3>Cats in service</h3>
<p>Reference: 24-118</p><p><b>Request</b></p><p>How many cats are kept?</p><p><b>Response</b></p><p>None is kept.</p></td></tr></table>""",
}
"""The two records in other tags."""
