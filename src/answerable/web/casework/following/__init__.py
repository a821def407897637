"""The links that whoever asked was given, as staff see them."""
