"""What may be asked of registers: which there are, their rows, loads that wait, tables that were measured."""
