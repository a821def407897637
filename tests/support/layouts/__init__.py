"""Logs and letters in many layouts, made from a seed, each with its truth.

`seen` holds the layouts that whoever writes the reader may look at; `unseen` those that are only ever
measured. Change the reader by what the seen half shows, and read of the other half nothing but averages.
"""
