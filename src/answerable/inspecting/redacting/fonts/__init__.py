"""Which glyphs a string of a PDF draws, and how wide each of them is."""
