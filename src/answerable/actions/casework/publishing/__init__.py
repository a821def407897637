"""How an answered request comes into the log, and what becomes of it there."""
