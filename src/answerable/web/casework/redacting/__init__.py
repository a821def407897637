"""The pages on which a file is redacted: marked on its pages, looked at by somebody else, found everywhere."""
