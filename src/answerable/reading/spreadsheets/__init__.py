"""Logs kept as a spreadsheet: Excel's files (.xlsx), and text with commas (.csv)."""
