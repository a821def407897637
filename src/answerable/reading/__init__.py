"""Files into documents, documents into log entries."""
