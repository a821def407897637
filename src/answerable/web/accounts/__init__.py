"""Pages of people: how they sign in, who works here, and in which teams."""
