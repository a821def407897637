"""The pages where whoever asked follows their request: open to whoever has the link, and to nobody else."""
