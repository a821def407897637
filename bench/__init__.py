"""What Answerable costs: rates, sizes and ratios, measured in one run."""
