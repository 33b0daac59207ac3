"""The studio: where blocks get their drawings.

In: the folders of pictures and icons, the figures, the chart look. Out: Items in a frame. Knows the cache, so that a
drawing that did not change is not drawn again.
"""

from __future__ import annotations
