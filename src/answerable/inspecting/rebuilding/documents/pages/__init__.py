"""Web pages as blocks: what a browser shows of them without scripts, and nothing else."""
