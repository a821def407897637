"""What may stand in the files of offices: lists of properties that hide nothing, one a language (*.toml)."""
