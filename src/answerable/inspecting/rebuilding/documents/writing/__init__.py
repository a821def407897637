"""Documents of Word (DOCX, DOCM) as blocks: what their pages show, and nothing else."""
