"""The page of the survey: open to whoever has a link, once, without a cookie, a script or an account."""
