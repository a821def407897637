"""Personal data: what leads to a person in a text, found by patterns, by lists of names, and by the words beside.

It stands below everything that asks for it: the warning on the public form, what is taken out of an entry before it
is published, and what is looked for in a file before it leaves (`answerable.domain.release.personal`).
"""
