"""The project that the fuzz spoils: four pages with every kind of file that a project has, all of them small.

Out: `GROUND`, the bytes of each file by its place in the project's folder.
"""

from __future__ import annotations

import functools
import io
import itertools
from pathlib import Path

import uharfbuzz as hb
from PIL import Image, ImageCms

ROOT = Path(__file__).parent.parent.parent
BROCHURE = "data/brochure.yaml"
FIRST = "data/sections/01-first.yaml"
SECOND = "data/sections/02-second.yaml"
FIGURES = "data/figures/all.yaml"
TABLE = "data/figures/table.csv"
DRAWING = "data/pictures/drawing.svg"
PNG, JPEG = "data/pictures/grey.png", "data/pictures/photo.jpg"
ICON = "data/icons/home.svg"
STYLE = "styles/nerima.yaml"
ICC = "styles/icc/FOGRA39L_coated.icc"
FACE = "fonts/BIZUDPGothic_400Regular.ttf"

TEXTS = {
    BROCHURE: """\
id: small
title: 小さな冊子
publisher: 練馬区
keywords: [試験, 冊子]
year: 令和5年度
date: 2023-10-01
style: nerima.yaml
fields:
  - { id: one, label: はじめに, colour: navy }
  - { id: two, label: みどり, colour: green }
pages:
  - cover: { title: 小さな冊子, subtitle: ためし刷り, mosaic: [["01", "02"]] }
  - section: 01-first.yaml
  - section: 02-second.yaml
  - back-cover: { title: 小さな冊子, publisher: 発行　練馬区, notes: [令和5年10月] }
""",
    FIRST: """\
field: one
title: はじめの一歩
picture: drawing
lead: |
  この冊子は、試験に使う**小さな**見本です。
  二行目の文です。
topics:
  - heading: 数と絵
    icon: home
    rows:
      - - span: 7
          blocks:
            - pictures:
                height: 30
                items:
                  - { id: photo, caption: 写真, alt: 灰色の写真 }
                  - { id: grey, alt: 灰色の絵 }
            - table:
                caption: 一覧
                header: [窓口, 件数]
                rows: [[北, "1,204"], [南, "98"]]
        - span: 5
          blocks:
            - text: "定員は{{ capacity | big }}、{練馬|ねりま}の割合は{{ share * 2 - 1 | number }}です[※1](#cost)。"
            - note: { id: cost, text: ※1　令和5年度の試算です。 }
  - rows:
      - picture: { id: drawing, height: 60 }
""",
    SECOND: """\
field: two
title: みどりを増やす
picture: photo
lead: '公園は{{ parks[令5] | number }}に、広がってきました。'
topics:
  - heading: 公園
    rows:
      - chart:
          kind: combo
          title: 公園と街路樹
          height: 40
          series: [{ id: parks, as: bars }, { id: trees, as: line }]
      - stat: { items: [__27__か所], as-of: 令和5年4月1日現在 }
""",
    FIGURES: """\
figures:
  capacity: { value: 18034, unit: 人, as-of: 2023-04-01, source: 見本 }
  share: { value: 95.5, unit: ％, status: provisional }
  more: { formula: "capacity × 2 ÷ 3", unit: 人 }
series:
  parks:
    name: 公園の面積
    unit: ha
    data: { 令3: 99, 令4: 103, 令5: { value: 108, planned: true } }
  trees: { name: 街路樹, unit: 本, csv: table.csv }
""",
    TABLE: 'year,value,status,note\n令3,"1,200",,\n令4,1150,provisional,試算\n令5,1304,,"二,三"\n',
    DRAWING: """\
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120mm">
  <rect x="-20" y="-20" width="160" height="160" fill="#E7EEF6"/>
  <g transform="translate(10 10) rotate(15)" fill="#1F3A5F">
    <path d="M10 10h30a5 5 0 0 1 5 5q5 5 0 20c0 5-5 9-9 9l-20 0.5Z" fill="#1F3A5F"/>
    <polygon points="1,1 9,1 5,9" style="fill:#FFCF3A;opacity:1"/>
  </g>
  <circle cx="60" cy="60" r="30" fill="#1F3A5F" stroke="#C5D5E6" stroke-width="1.5e0"/>
  <ellipse cx="20" cy="90" rx="10" ry="5" fill="#E7EEF6"/>
  <line fill="none" x1="0" y1="0" x2="9" y2="9" stroke="#231F20"/>
</svg>
""",
}


ENGINE = (
    *(ROOT / "report/artwork/charts").rglob("*.py"),
    *(ROOT / "report/deliver").glob("*.py"),
)  # whose words are set


@functools.cache
def ground() -> dict[str, bytes]:
    """The project's files."""
    files = {name: text.encode() for name, text in TEXTS.items()}
    files |= {PNG: _picture("PNG"), JPEG: _picture("JPEG")}
    files |= {name: (ROOT / name).read_bytes() for name in (ICON, STYLE, ICC)}
    blocks = ((0x20, 0x7F), (0xA0, 0x100), (0x2010, 0x2040), (0x3000, 0x3100), (0xFF00, 0xFF60))
    words = (*TEXTS.values(), *(file.read_text("utf-8") for file in ENGINE))
    letters = {*map(ord, "".join(words)), *itertools.chain.from_iterable(itertools.starmap(range, blocks))}
    return files | {f"fonts/{face.name}": _subset(face, letters) for face in (ROOT / "fonts").glob("*.ttf")}


def _picture(form: str) -> bytes:
    """A small picture with what such files have beside the pixels: a profile, a resolution, EXIF."""
    made, profile = io.BytesIO(), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.linear_gradient("L").resize((40, 30)).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(made, form, icc_profile=profile, dpi=(72, 72), exif=exif.tobytes())
    return made.getvalue()


def _subset(face: Path, letters: set[int]) -> bytes:
    """A face with these characters only, a hundredth of its size."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(letters)
    return bytes(hb.subset(hb.Face(hb.Blob.from_file_path(face)), wanted).blob.data)
