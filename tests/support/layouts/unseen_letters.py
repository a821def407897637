"""Letters of single bodies that are measured and not looked at while the reader is written."""

LAYOUTS = ()
