"""E-mails as documents: what a letter that came or left by mail says, and the files that came with it."""
