"""Pages as grey pixels, and which of them are ink."""

from typing import Any

import numpy as np

Grey = "np.ndarray[Any, np.dtype[np.uint8]]"
"""Rows of pixels from the top down, 0 black to 255 white."""

Ink = "np.ndarray[Any, np.dtype[np.bool_]]"
"""Rows of pixels, true where there is ink."""
