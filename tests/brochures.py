"""Brochures made for tests: one that holds every kind of block and mark, a small one, and random ones.

`stress(folder)`, `brief(folder)` and `scattered(folder, seed)` write a project and give the path of its brochure.yaml.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
SQUARE = ROOT / "tests/fixtures/small/pictures/square.svg"
ICONS = ("home", "park", "groups")

HEAD = """id: {id}
title: 試験用の冊子
publisher: 練馬区
subject: 組版とタグの試験
keywords: [試験, 冊子]
year: 令和5年度
date: 2023-10-01
style: nerima.yaml
fields:
  - {{ id: one, label: はじめに, colour: navy }}
  - {{ id: two, label: みどり, colour: green }}
pages:
  - cover: {{ title: 試験用の冊子, subtitle: すべての部品, mosaic: [["01", "02"]] }}
  - contents: {{ heading: 目次, notes: [この冊子の挿絵はイメージです。] }}
{sections}
  - back-cover: {{ title: 試験用の冊子, publisher: 発行　練馬区, notes: [令和5年10月] }}
"""
FIGURES = """figures:
  share: { value: 95, unit: ％, as-of: 2023-04-01, source: 試験 }
  count: { value: 27, unit: か所, as-of: 2023-04-01, source: 試験 }
  added: { value: 2, unit: か所, as-of: 2023-04-01, source: 試験 }
series:
  parks: { name: 公園の面積, unit: ha, data: { 令3: 99, 令4: 103, 令5: { value: 108, status: provisional } } }
  trees: { name: 街路樹, unit: 本, data: { 令3: 1200, 令4: 1150, 令5: 1304 } }
"""
SECTION = """field: {field}
title: {title}
picture: square
lead: この冊子は、組版とタグの試験に使う見本です。
topics:
"""
SENTENCES = (
    "区では、令和5年4月1日に27か所の窓口を開きました。",
    "{練馬|ねりま}の{丘|おか}から、{大江戸線|おお|え|ど|せん}の延伸を目指します。",
    "**保育所**の定員は、9年間で==約8,500人==増えました。",
    "くわしくは[練馬区のホームページ](https://www.city.nerima.tokyo.jp/)をご覧ください。",
    "この取組を^^着実に^^進め、「みどりの風」が吹くまちをつくります。",
    "ICTを活用したonline相談を、全国に先駆けて始めました。",
    "費用の半分を区が負担します[※1](#cost)。",
)
KINDS: dict[str, str] = {
    "text": "text: |\n  {0}\n\n  {1}",
    "large": 'text: {{ body: "{0}", style: large }}',
    "bullets": 'bullets: ["{0}", "{1}"]',
    "bubble": "callout: {{ shape: bubble, text: 公園を|増やします }}",
    "banner": "callout: {{ shape: banner, text: 「面積を__108__haに」 }}",
    "tag": "callout: {{ shape: tag, text: 全国初 }}",
    "cards": 'cards:\n  - {{ icon: home, heading: 窓口, text: "{0}", steps: [申込み, 相談] }}\n'
    '  - {{ icon: park, heading: 公園, text: "{1}" }}',
    "change": "change: {{ title: 面積, before: __25__か所, after: __27__か所, count: count, added: added,"
    " key: [1マス＝1か所, 前から, 増えた分] }}",
    "bars": "chart: {{ kind: bars, title: 公園の面積, unit: （ha）, height: 40, series: [{{ id: parks }}],"
    " note: 各年4月1日現在 }}",
    "combo": "chart:\n  kind: combo\n  title: 公園と街路樹\n  height: 45\n"
    "  series: [{{ id: parks, as: bars }}, {{ id: trees, as: line }}]",
    "lines": "chart: {{ kind: lines, title: 街路樹, height: 40, series: [{{ id: trees }}], alt: 街路樹の本数の推移 }}",
    "pairs": "chart: {{ kind: pairs, title: 二つの年, height: 40, years: [令3, 令5], series: [{{ id: trees }}] }}",
    "stacked": "chart: {{ kind: stacked, title: 積み上げ, height: 40, series: [{{ id: parks }}, {{ id: trees }}] }}",
    "area": "chart: {{ kind: area, title: 面, height: 40, series: [{{ id: parks }}], burst: 過去最大 }}",
    "credit": 'credit: {{ text: "© Office of the City. All rights reserved.", lang: en }}',
    "device": 'device: {{ heading: 新しい端末, picture: square, name: タブレット, text: "{0}", height: 30,'
    " alt: 机の上の端末 }}",
    "donut": 'donut: {{ value: share, centre: __95__％, size: 33, text: "の手続きで**押印不要に**", tag: 23区一 }}',
    "merge": "merge: {{ items: [保健相談所, 児童館], into: 複合施設 }}",
    "models": "models:\n  height: 30\n  items:\n"
    '    - {{ icon: home, heading: 一つ目, picture: square, phrase: 早い, text: "{0}", alt: 四角い家 }}\n'
    '    - {{ icon: park, heading: 二つ目, picture: square, phrase: 安い, text: "{1}" }}',
    "note": "note: {{ text: ※ 令和5年4月1日現在, align: right }}",
    "number": "number: {{ label: 窓口の数, value: __27__か所 }}",
    "strong": "number: {{ label: 窓口の数, value: __27__か所, strong: true }}",
    "panel": "panel: {{ over: 窓口を, number: __27__か所に, under: 増やします, marks: {{ count: count, added: added,"
    " columns: 9 }}, legend: 増えた分, items: [{{ icon: home, label: 相談 }}, {{ icon: park, label: 見学 }}] }}",
    "icons": "panel: {{ number: __27__か所, marks: {{ count: count, columns: 9, icon: home }} }}",
    "picture": "picture: {{ id: square, height: 30, caption: 四角い絵, side: above, alt: 青い四角 }}",
    "ornament": "picture: {{ id: square, height: 30 }}",
    "pictures": "pictures:\n  height: 30\n  items:\n    - {{ id: square, caption: 一つ目, alt: 青い四角 }}\n"
    "    - {{ id: square, alt: もう一つの四角 }}",
    "points": "points: [{{ icon: home, label: 家から近い }}, {{ icon: park, label: 公園に近い }}]",
    "programme": "programme:\n  title: 相談の流れ\n  desk: {{ icon: home, label: 総合窓口, items: [相談（予約）, 見学],"
    " note: ※ 平日のみ }}\n  label: 各種支援\n  columns:\n"
    '    - {{ icon: park, heading: 暮らし, items: ["{0}", 家計] }}\n'
    "    - {{ icon: groups, heading: 仕事, items: [就職] }}",
    "qr": "qr: {{ url: 'https://www.city.nerima.tokyo.jp/', caption: \"{0}\" }}",
    "rule": "rule-heading: 二つのモデル",
    "framed": "rule-heading: {{ text: 続きは次の頁へ, rules: framed }}",
    "stat": 'stat: {{ items: [__27__か所, "約__8,500__人"], as-of: 令和5年4月1日現在 }}',
    "steps": "steps: [{{ icon: home, label: 申込み }}, {{ icon: park, label: 相談 }}]",
    "table": "table:\n  caption: 窓口の一覧\n  header: [窓口, 曜日, 件数]\n"
    '  rows: [[北, 月・火, "1,204"], [南, 水, "98"]]',
    "flat": 'table: {{ header: [曜日, 件数], row-header: false, rows: [[月, "12"], [火, "8"]] }}',
    "totals": "totals: [{{ label: 基金, value: __400__億円 }}, {{ label: 積立, value: __12__億円, colour: counter }}]",
    "track": "track: [{{ label: 計画 }}, {{ label: 着工, state: now }}]",
}


def stress(folder: Path) -> Path:
    """Every kind of block, each once at least; footnotes; a section over several pages."""
    kinds = list(KINDS)
    half = len(kinds) // 2
    return _written(folder, "stress", [kinds[:half], kinds[half:]], iter(range(10_000)).__next__)


def brief(folder: Path) -> Path:
    """Every kind of tag, on few pages."""
    kinds = [["text", "bullets", "device"], ["table", "bars"]]
    return _written(folder, "brief", kinds, iter(range(10_000)).__next__)


def scattered(folder: Path, seed: int) -> Path:
    """Two to four sections of blocks by chance, with and without headings."""
    chance = random.Random(seed)
    kinds = [chance.choices(list(KINDS), k=chance.randint(4, 16)) for _ in range(chance.randint(2, 4))]
    return _written(folder, f"random-{seed}", kinds, lambda: chance.randrange(10_000))


def _written(folder: Path, id_: str, sections: list[list[str]], number: Callable[[], int]) -> Path:
    data = folder / "data"
    for name in ("sections", "figures", "pictures", "icons"):
        (data / name).mkdir(parents=True)
    for icon in ICONS:
        shutil.copy(ROOT / f"data/icons/{icon}.svg", data / "icons")
    shutil.copy(SQUARE, data / "pictures")
    (folder / "styles").mkdir()
    shutil.copy(ROOT / "styles/nerima.yaml", folder / "styles")
    (folder / "fonts").symlink_to(ROOT / "fonts")
    (data / "figures/all.yaml").write_text(FIGURES, encoding="utf-8")
    names = []
    for i, kinds in enumerate(sections, 1):
        names.append(f"{i:02}-part{i}.yaml")
        text = SECTION.format(field=("one", "two")[i % 2], title=f"第{i}の取組")
        topics = [_topic(kind, j, number) for j, kind in enumerate(kinds)]
        if i == 1:
            topics.append("  - rows:\n      - note: { id: cost, text: ※1 令和5年度の試算です。 }\n")
        (data / "sections" / names[-1]).write_text(text + "".join(topics), encoding="utf-8")
    pages = "\n".join(f"  - section: {name}" for name in names)
    head = HEAD.format(id=id_, sections=pages)
    head = head.replace('[["01", "02"]]', str([[f"{i:02}" for i in range(1, len(sections) + 1)]]).replace("'", '"'))
    (data / "brochure.yaml").write_text(head, encoding="utf-8")
    return data / "brochure.yaml"


def _topic(kind: str, index: int, number: Callable[[], int]) -> str:
    """One block as a topic of its own; every third without a heading."""
    words = [SENTENCES[number() % len(SENTENCES)] for _ in range(2)]
    block = KINDS[kind].format(*words).replace("\n", "\n        ")
    heading = "" if index % 3 == 2 else f"    heading: 取組その{index}\n    icon: home\n"
    return f"  - {heading.lstrip()}    rows:\n      - {block}\n" if heading else f"  - rows:\n      - {block}\n"
