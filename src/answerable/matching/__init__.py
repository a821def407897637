"""Words or a question, to the entries and questions like it."""
