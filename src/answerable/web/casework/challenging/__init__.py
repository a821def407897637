"""The pages of reviews, complaints to the regulator and appeals."""
