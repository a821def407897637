"""What the law and the office say, in plain Python: no Django, no files, no clock, no network."""
