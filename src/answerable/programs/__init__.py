"""Programs of the system that are asked about a file, where they are installed: within limits, and told no secret."""
