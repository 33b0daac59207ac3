"""Findings as one reads them.

In: a Finding, and who says a text again in Japanese. Out: lines of text.
"""

from __future__ import annotations

from report.conform.accessibility.finding import Finding
from report.conform.preflight.words import Japanese


def told(finding: Finding, japanese: Japanese) -> str:
    """`p. 3: what: detail [clause]`, a hint, and both in Japanese."""
    place = f"p. {finding.page}: " if finding.page else ""
    detail = f": {finding.detail}" if finding.detail else ""
    also = f" (× {finding.count})" if finding.count > 1 else ""
    said, hint = japanese(finding.message, finding.hint)
    return f"{place}{finding.message}{detail}{also} [{finding.clause}]\n  hint: {finding.hint}\n  {said}{hint}"
