"""The words of which the formats of offices are made: names of elements and attributes, and values from lists.

ooxml.txt comes from the schemas of the Open XML SDK (copyright .NET Foundation and contributors, MIT licence);
opendocument.txt from the schema of OpenDocument 1.3 (OASIS). more.txt is what programs write besides; fonts.txt
names fonts that come with systems and offices.
"""
