"""Whether files may leave: how each stands, what holds a request up, and what has left already."""
