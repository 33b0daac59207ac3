"""Two lists paired, neither put in another order.

In: the score of every pair, 0 for one that is none. Out: the pairing whose scores add up to most, as places in the two
lists, None on a side where there is no counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence


def in_order(scores: Sequence[Sequence[float]], width: int) -> list[tuple[int | None, int | None]]:
    """Those that are only in the first list come before those that are only in the second."""
    height = len(scores)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in reversed(range(height)):
        for j in reversed(range(width)):
            paired = best[i + 1][j + 1] + scores[i][j] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    made: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < height or j < width:
        both = i < height and j < width
        if both and scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            made.append((i, j))
            i, j = i + 1, j + 1
        elif j == width or (both and best[i][j] == best[i + 1][j]):
            made.append((i, None))
            i += 1
        else:
            made.append((None, j))
            j += 1
    return made
