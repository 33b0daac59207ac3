"""Findings as one reads them.

In: a Finding. Out: lines of text.
"""

from __future__ import annotations

from report.conform.accessibility.finding import Finding
from report.messages.wording import english, japanese


def in_words(finding: Finding) -> str:
    """`p. 3: what: detail [clause]`, a hint, and both in Japanese."""
    place = f"p. {finding.page}: " if finding.page else ""
    detail = f": {finding.detail}" if finding.detail else ""
    also = f" (× {finding.count})" if finding.count > 1 else ""
    (text, hint), said = english(finding.message), "".join(japanese(finding.message))
    return f"{place}{text}{detail}{also} [{finding.clause}]\n  hint: {hint}\n  {said}"
