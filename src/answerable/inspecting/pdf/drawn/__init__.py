"""Pages drawn with and without their text: what changes nothing where it stands is seen by nobody."""
