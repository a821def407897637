"""What a report that was read says of an element."""


def said_of(report, element):
    """Return all that passages and comments say of an element."""
    texts = [one.text for one in (*report.passages, *report.notes) if element in one.elements]
    return "\n".join(texts)
