"""Whether what was marked is gone from a file, as several readers of it see it."""
