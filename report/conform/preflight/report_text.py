"""Findings as a prepress desk writes them down, and for programs.

In: Findings. Out: lines of text, or JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from report.conform.preflight.finding import Finding
from report.messages.shown import json_text, shown

SEVERITIES = {"error": "誤り", "warning": "注意", "info": "参考"}


def in_words(finding: Finding) -> str:
    """`p. 3 (12.0, 34.5 mm): error: what: detail [clause]`, a hint, and both in Japanese."""
    from report.messages.wording import english, japanese

    check = finding.check
    (title, hint), more = english(check.message), len(finding.places) - 1
    head = ": ".join(part for part in (str(finding.origin or ""), _place(finding), check.severity, title) if part)
    detail = f": {shown(finding.detail)}" if finding.detail else ""
    also = f" (+ {more})" if more > 0 else ""
    return f"{head}{detail}{also} [{check.source}]\n  hint: {hint}\n  {''.join(japanese(check.message))}"


def _place(finding: Finding) -> str:
    if not finding.page:
        return ""
    if finding.millimetres is None:
        return f"p. {finding.page}"
    left, top, _, _ = finding.millimetres
    return f"p. {finding.page} ({left:.1f}, {top:.1f} mm)"


def summary(findings: Sequence[Finding]) -> str:
    """`2 errors 誤り, 1 warning 注意`, or that nothing was found."""
    counts = Counter(finding.check.severity for finding in findings)
    named = (
        f"{counts[severity]} {severity}{'s' if counts[severity] != 1 and severity != 'info' else ''} {word}"
        for severity, word in SEVERITIES.items()
        if counts[severity]
    )
    return ", ".join(named) or "nothing found 指摘なし"


def as_json(findings: Iterable[Finding]) -> str:
    """A list of objects. mm: left, top, width, height from the trim's upper left corner; boxes: PDF rectangles, pt."""
    from report.messages.wording import english, japanese

    rows = []
    for finding in findings:
        check = finding.check
        (title, hint), (title_ja, hint_ja) = english(check.message), japanese(check.message)
        rows.append(
            {
                "check": check.name,
                "severity": check.severity,
                "source": check.source,
                "page": finding.page or None,
                "mm": finding.millimetres,
                "boxes": [[round(value, 2) for value in place] for place in finding.places],
                "title": title,
                "detail": finding.detail,
                "hint": hint,
                "title_ja": title_ja,
                "hint_ja": hint_ja,
                "origin": str(finding.origin) if finding.origin else None,
            }
        )
    return json_text(rows, indent=1)
