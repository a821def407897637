"""What people do with registers: load files, keep measured tables, publish."""
