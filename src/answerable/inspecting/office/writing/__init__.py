"""Documents (DOCX, DOCM): their text, headers and notes, and what stands among them unseen."""
