"""`make bench`: what it measures, and how it is asked, is in `command`."""

import sys

if __name__ == "__main__":
    # Each process that measures by itself begins by loading this file, and needs nothing of what others measure.
    from bench.command import main

    sys.exit(main(sys.argv[1:]))
