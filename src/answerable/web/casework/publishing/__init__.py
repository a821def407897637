"""The pages on which an answered request becomes an entry of the log."""
