"""The pages by which everybody can be told of new answers by mail: no script, no cookie, no account."""
