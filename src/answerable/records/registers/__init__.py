"""Registers: the files that wait to be loaded, and the tables that were measured over them."""
