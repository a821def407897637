"""Pages of what turns a question's clock before its answer."""
