"""The content of pages, written anew without what stands under marks."""
