"""Registers as they stood: rows checked, put in order, kept by their digest and never changed."""
