"""Sample registers: made rows whose totals equal figures that were published, so that measures can be tried and proved.

Nothing in them is drawn by chance: each value follows from its place in the register, so the rows are the same on
every machine. No person is named or meant. docs/reference/sample-registers.md says which figures they are made to
give, and where those were published.
"""
