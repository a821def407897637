"""Every finding, in a file for each kind of file: what it is, why it matters, how it is mended.

`severity` says what it means for a release: "stop" (cannot be released), "check" (you must decide) or "note"
(mended: a rebuilt file leaves it out without a loss, and nobody is asked). `counted` names one and several of
what is counted. docs/reference/findings.md is written from them: `python -m tests.support.findings_page`.
"""
