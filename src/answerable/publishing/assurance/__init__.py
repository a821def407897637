"""The pack for the assessor: one PDF, the grid as a table, all of it as data, and the evidence itself."""
