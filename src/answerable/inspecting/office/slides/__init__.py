"""Presentations (PPTX, PPTM): slides, notes, and what lies on or off them unseen."""
