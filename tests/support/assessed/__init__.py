"""Assessors' reports made for tests: one invented truth, laid out as different assessors would."""
