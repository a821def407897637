"""PDF files: what they hold and do not show, told from their structure and from what changes without their text."""
