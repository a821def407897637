"""What is stored of the standards that the body is held to."""
