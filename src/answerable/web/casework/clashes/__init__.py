"""The pages of answers that contradict each other."""
