"""Disclosure control: how small counts are rounded or withheld, and what the law asks before that.

Proof that nothing withheld can be worked out is the engine's (`answerable.measuring.disclosure`).
"""
