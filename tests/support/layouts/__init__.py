"""Logs and letters in many layouts, made from a seed, each with its truth.

Modules named `seen…`, `once_unseen…`, `later…` and `met…` hold the layouts that whoever writes the reader may look at; those named
`unseen…` hold what is only ever measured. Change the reader by what the seen half shows, and read of the other half nothing but
averages. `chance_logs` and `chance_letters` put forms together by chance.
"""
