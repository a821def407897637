"""Registers in, tables with their caveats out: computed from dated snapshots, the same again in five years."""
