"""Words that the office teaches the matcher of questions: looked up, tried, saved, switched off, taken back."""
