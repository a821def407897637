"""What people may ask of the standards that the body is held to."""
