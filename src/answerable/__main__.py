"""`python -m answerable`."""

import sys

from answerable.cli import main

sys.exit(main())
