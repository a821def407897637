"""What whoever asked sees of their own request, and of no other."""
