"""What makes two questions the same, and in what they differ."""
