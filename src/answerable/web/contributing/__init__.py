"""The pages where information owners answer: open to whoever has the link, and to nobody else."""
