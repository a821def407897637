"""What a PDF holds besides its pages, and what of it may stay."""
