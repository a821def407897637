"""The ledger: who did what and when, in lines that seal each other."""
