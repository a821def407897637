"""What people may ask: every answer is plain frozen rows."""
