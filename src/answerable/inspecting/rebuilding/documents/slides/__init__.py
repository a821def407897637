"""Presentations (PPTX, PPTM) as blocks: the slides that are shown, with what is seen on them."""
