"""Redactions as they are seen: their marks and their logs, the words of pages, and where words stand in files."""
