"""Tables: what cells show, read from workbooks, and written anew as CSV and as a workbook."""
