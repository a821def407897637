"""Results as people read them: a table with a caption and headings, CSV, plain text, and what a chart draws."""
