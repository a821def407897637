"""What people may do: each checks, changes and records, all or nothing."""
