"""People who work with requests, their teams, and invitations."""
