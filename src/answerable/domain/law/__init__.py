"""Dated legal values and the names of provisions."""
