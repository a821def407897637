"""How long requests are kept: the pages of holds, lists of what may go, and what is left afterwards."""
