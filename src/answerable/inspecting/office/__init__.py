"""Office files of today (XLSX, DOCX, PPTX and their kin): zips of XML parts."""
