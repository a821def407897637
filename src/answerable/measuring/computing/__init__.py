"""Measures computed over snapshots: counted by DuckDB as whole numbers, divided once, exactly, in Python."""

from answerable.measuring.computing.compute import compute
from answerable.measuring.computing.refusals import CannotCompute

__all__ = ["CannotCompute", "compute"]
