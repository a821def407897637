"""What has to be kept back before a file or a text leaves: whose names it may not give away."""
