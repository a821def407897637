"""Old results computed again: proved from what they were computed from, and set beside what is in use now."""

from answerable.measuring.proving.prove import Finding, Present, Proof, prove

__all__ = ["Finding", "Present", "Proof", "prove"]
