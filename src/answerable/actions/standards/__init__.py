"""What is done with the standards that the body is held to."""
