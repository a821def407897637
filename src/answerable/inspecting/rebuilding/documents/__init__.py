"""Documents, slides and pages made anew: what they show, as a tagged PDF and as a web page."""
