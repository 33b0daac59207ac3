"""`report figures show` and `list`: what is known of figures, in Japanese for a terminal, or as JSON.

In: Overviews, and the record of what is printed, if pages could be made. Out: text.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from report.cli.figures import wish
from report.figures.format import fiscal_year, parse_date, parse_year, quantity, short_year, wareki
from report.figures.model import Figures, split_year
from report.figures.overview import Overview, Value, overview
from report.messages import Failure, Message, Report, failure, message
from report.messages.shown import json_text, padded
from report.pipeline import Wish, lay_out, load_figures_of
from report.record.kept import kept_record
from report.record.model import Printed, Record

STATUS = {"published": "公表値", "derived": "算出値", "provisional": "仮の値", "open": "未回答", "none": "該当なし"}
DUE = {"newest": "最新の値が古い", "date": "時点が古い", "plan": "予定の年が来た"}
NOBODY = "所管の記載なし"
MOST = 12  # ids in a hint


def show(options: argparse.Namespace, report: Report, begun: float) -> str:
    brochure, figures = load_figures_of(wish(options), report)
    id, year = (options.id, None) if options.id in figures.entries else split_year(options.id)
    found = overview(figures, id, parse_year(brochure.year) or 0) if id in figures.entries else None
    if found and id != options.id:
        found = msgspec.structs.replace(found, values=tuple(each for each in found.values if each.year == year))
    if not found or not found.values:
        raise failure(None, message("figure-unknown", id=options.id), _named(figures, options.id))
    record = _record(wish(options))
    printed = [each for each in record.printed if _is_of(each.figure, id, year)] if record else None
    if options.json:
        places = None if printed is None else [msgspec.to_builtins(each) for each in printed]
        return json_text(_plain(found) | {"printed": places}, indent=2)
    return "\n".join((*_told(found), *_where(printed)))


def _named(figures: Figures, words: str) -> Message | None:
    """A hint: figures whose names or definitions have these words, or ids that are like them."""
    told = {id: f"{getattr(entry, 'name', '')}\n{entry.definition}" for id, entry in figures.entries.items()}
    found = sorted(id for id, each in told.items() if words in each)
    if not found:
        return figures.hint(words)
    return message("known", names=", ".join(found[:MOST]), more=" …" if len(found) > MOST else "")


def list_(options: argparse.Namespace, report: Report, begun: float) -> str:
    brochure, figures = load_figures_of(wish(options), report)
    year = parse_year(brochure.year) or 0
    every = [overview(figures, id, year) for id in figures.entries]
    chosen = [each for each in every if _wanted(each, options)]
    if options.by:
        order = [department for department in dict.fromkeys(each.department for each in every) if department]
        chosen.sort(key=lambda each: order.index(each.department) if each.department else len(order))
    if options.json:
        return json_text([_plain(each) for each in chosen], indent=2)
    lines = list(_lines(chosen, bool(options.by)))
    return "\n".join((*lines, f"{fiscal_year(year)}版：全{len(every)}項目のうち{len(chosen)}項目"))


def _is_of(printed: str, id: str, year: int | None) -> bool:
    run, of = split_year(printed)
    return printed == id or (run == id and (year is None or year == of))


def _wanted(found: Overview, options: argparse.Namespace) -> bool:
    """Any of what is asked for; everything if nothing is."""
    asked = {"stale": bool(found.stale), "provisional": found.provisional, "open": found.open}
    wanted = [name for name in asked if getattr(options, name)]
    return not wanted or any(asked[name] for name in wanted)


def _record(asked: Wish) -> Record | None:
    """None if pages cannot be made; why not is told by `report check`."""
    try:
        return msgspec.json.decode(kept_record(lay_out(asked, Report()), asked.cache), type=Record)
    except Failure:
        return None
    finally:
        asked.cache.keep()


def _plain(found: Overview) -> dict[str, Any]:
    made: dict[str, Any] = msgspec.to_builtins(found)
    return made | {"stale": list(found.stale)}


def _told(found: Overview) -> Iterator[str]:
    yield f"{found.id}　{found.name}".rstrip("　")
    about = {
        "定義": found.definition,
        "単位": found.unit,
        "時点": _as_of(found.as_of),
        "所管": found.department or NOBODY,
        "出典": found.source,
        "備考": found.note,
        "状態": "、".join(_state(found)),
    }
    yield from (f"  {label}　{words}" for label, words in about.items() if words)
    yield "  値"
    labels = [fiscal_year(value.year) if value.year else "年度なし" for value in found.values]
    words = [_worded(value, found.unit) for value in found.values]
    for value, label, number in zip(found.values, padded(labels), padded(words, right=True), strict=True):
        yield f"    {label}  {number}  {'　'.join(_beside(value, found))}".rstrip()


def _state(found: Overview) -> Iterator[str]:
    yield from (DUE[each] for each in found.stale)
    waiting = [short_year(value.year) for value in found.values if value.open and value.year]
    if waiting:
        yield f"未回答（{'、'.join(waiting)}）"
    if found.next:
        yield f"次は{fiscal_year(found.next)}"
    if found.ended:
        yield "以後は集めない"


def _worded(value: Value, unit: str) -> str:
    return "—" if value.value is None else quantity(value.value, unit, value.approximate)


def _beside(value: Value, whole: Overview) -> Iterator[str]:
    """What is said of a value, but for what is said of the whole already."""
    status = STATUS["open"] if value.open else STATUS.get(value.status, value.status)
    yield f"{status}・予定" if value.planned else status
    told = (str(value.year), whole.as_of)
    as_of = "" if value.as_of in told or value.as_of[5:] == whole.as_of else _as_of(value.as_of)
    named = {"時点：": as_of, "式：": value.formula, "出典：": value.source, "備考：": value.note}
    known = ("", whole.source, whole.note)
    yield from (f"{label}{words}" for label, words in named.items() if words not in known)


def _as_of(as_of: str) -> str:
    date = parse_date(as_of)
    if date:
        return wareki(date)
    month, dash, day = as_of.partition("-")
    return f"毎年度の{int(month)}月{int(day)}日" if dash and as_of.isascii() else as_of


def _where(printed: Sequence[Printed] | None) -> Iterator[str]:
    if printed is None:
        yield "  掲載　紙面が作れないため分かりません（report check で誤りを確かめてください）"
        return
    if not printed:
        yield "  掲載　なし"
        return
    yield "  掲載"
    pages = padded([f"{each.page}ページ" for each in printed], right=True)
    blocks = padded([each.block for each in printed])
    words = padded([each.words for each in printed], right=True)
    for page, block, said, each in zip(pages, blocks, words, printed, strict=True):
        yield f"    {page}  {block}  {said}  {each.sentence}"


def _lines(chosen: Sequence[Overview], grouped: bool) -> Iterator[str]:
    ids = padded([each.id for each in chosen])
    years = padded([short_year(latest.year) if (latest := each.latest) and latest.year else "" for each in chosen])
    values = padded([_worded(each.latest, each.unit) if each.latest else "—" for each in chosen], right=True)
    before = None
    for each, id, year, value in zip(chosen, ids, years, values, strict=True):
        if grouped and each.department != before:
            before = each.department
            count = sum(other.department == before for other in chosen)
            yield f"■ {before or NOBODY}（{count}項目）"
        states = [*(["仮の値あり"] if each.provisional else []), *_state(each)]
        marks = f"［{'、'.join(states)}］" if states else ""
        name = each.name or each.definition
        yield f"{id}  {year}  {value}  {name}".rstrip() + marks


COMMANDS = {"figures show": show, "figures list": list_}
