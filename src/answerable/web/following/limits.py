"""How often the pages of a link are opened and sent: stated limits, well above what people need."""

import datetime as dt

from answerable.actions.following import Rate

_WINDOW = dt.timedelta(minutes=10)
SENDS = Rate("form of a link", by_one=30, in_all=3_000, window=_WINDOW)
PACKS = Rate("evidence pack", by_one=6, in_all=200, window=_WINDOW)
LINKS = Rate("new link", by_one=6, in_all=300, window=dt.timedelta(hours=1))
LINKS_OF_ONE = Rate("new link of a request", by_one=3, in_all=300, window=dt.timedelta(hours=24))
"""So that nobody fills the mailbox of whoever asked, from however many addresses."""
