"""OpenDocument texts and presentations (ODT, ODP) as blocks: what is seen of them."""
