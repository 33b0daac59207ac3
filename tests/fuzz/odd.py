"""What does not belong in a file: signs, numbers, words and lines, of YAML, CSV and SVG alike."""

from __future__ import annotations

# fmt: off
ENCODINGS = ("cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-7")
SIGNS = (
    *"\0\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9b\xa0\xad\t\r\n\u2028\u2029\u200b\u200e\u202e\u2066\u2060\ufeff",
    *"\ufffd\uffff\ue000\u3000\u2003\u202f\u0301\u3099\ufe0f\U000e0100\U0001f600\U00020bb7\U0010ffff",
    *":#-?,[]{}&*!|>'\"%@`~\\<>/=+^_$;()\u30fb\u203b\u2026\u2015\uff5e\uff05\u7b2c",
)
NUMBERS = (
    "0", "-1", "0.1", "1e3", "1e400", "-1e400", "1e-400", ".5", "5.", "089", "0x1F", "0o17", "1_000", "1,000", "+7",
    ".inf", "-.inf", ".nan", "nan", "inf", "１２３", "１０８．５", "三", "十二万", "99,5", "1.000,5", "½", "②", "٣",
    "9" * 30, "9" * 400, "9" * 5000, "-" + "9" * 20, "2147483648", "1e15", "1e16", "1e300", "0.0000001", "1/3",
)
WORDS = (
    "", "~", "null", "true", "yes", "no", "off", "''", '""', "[]", "{}", "[[]]", "- a", "{a: b}", "!foo a", "!!int 3",
    "!!binary aGVsbG8=", "!!python/object:os.system x", "!include all.yaml", "&a x", "*a", "<<", "? a", "|", ">",
    "@x", "2023-02-30", "0000-00-00", "9999-12-31", "令99", "令無", "令和元年度", "令0", "平31", "昭64", "R6", "H0",
    "2023", "-1", "令和5年度末", "明1", "令5-令3", "99999", "01-01", "04-31", "12:34:56", "../x", "/etc/passwd", "..",
    ".", "/", "a/b", "%s", "{0}", "$HOME", "${x}", "\\0", "\\x1b[31m", "a" * 300, "字" * 300, "a" * 70_000,
    "あ" * 5000, " " * 20_000, "'\\u0000'", '"\\e[31m"', '"\\ud800"', '"\\u0000"', '"a\\nb"', '"a\\n\\nb"',
    '"\\u2028"', '"\\u202e"', '"\\U0001F600"', "#fff", "#12345", "url(#a)", "none", "currentColor", "rgb(1,2,3)",
    "0mm", "1e9mm", "-5mm", "3q", "5em", "100%", "{{ capacity", "{{ }}", "'{{ nobody }}'", "'{{ capacity / 0 }}'",
    "'{{ parks[令9] }}'", "'{{ parks }}'", "'{{ share * 1e308 * 10 }}'", "'{{ (((((((((share))))))))) }}'",
    "'{{ capacity | big | big }}'", "'{{ 1 | no }}'", "'" + "{{ " + "(" * 500 + "share" + ")" * 500 + " }}'",
    "'{{ " + " + ".join(["share"] * 500) + " }}'", "'{{ -" + "-" * 300 + "1 }}'", "'{{ 10 ** 10 }}'",
    "'{{ parks.change | 増減 }}'", "'{{ sum(parks, capacity) | 億 | 小数(99) }}'", "'{{ share(share, parks.latest) }}'",
    "'{{ " + "sum(" * 400 + "1" + ")" * 400 + " }}'", "'{{ capacity | 約(0.0000000001) }}'", "'{{ year | 約(億) }}'",
    "'{{ 2023-02-30 | wareki }}'", "'{{ share % 3 }}'", "'{字|じ|じ}'", "'{|か}'", "'{字|}'", "'**字'", "'==字__'",
    "'[字](#no)'", "'[字](javascript:a)'", "'[](#cost)'", "'^^字^^'", "'字~字|字'", "'\\{\\}\\*'", "'{" * 50 + "'",
    "'" + "**__==^^" * 40 + "'", "'" + "{字|じ}" * 200 + "'", "'" + "W" * 500 + "'", "'" + "、" * 200 + "'",
    "'" + "「" * 200 + "'", "'" + "―" * 300 + "'", "'" + "か\u3099" * 90 + "'",
)
INKED = 'fill="#1F3A5F"'
ELEMENTS = (  # of a drawing
    f'<rect width="1e200" height="1" {INKED}/>', f'<rect width="nan" height="1" {INKED}/>',
    f'<circle r="-1" {INKED}/>', f'<circle r="1e39" {INKED}/>', "<rect/>", f'<path d="M0 0A1 1 0 0 0 0 0" {INKED}/>',
    f'<path d="M0 0a0 0 0 2 0 5 5" {INKED}/>', f'<path d="L1 1" {INKED}/>',
    f'<path d="M1e308 1e308L-1e308 1" {INKED}/>', f'<path d="M 0 0 C 1" {INKED}/>', '<path d=""/>',
    f'<path d="M0 0{"l1 1" * 20_000}" {INKED}/>', f'<polygon points="1" {INKED}/>', "<text>a</text>",
    '<text x="1" y="1"><tspan>字</tspan></text>', f'<g transform="scale(0)"><rect width="1" height="1" {INKED}/></g>',
    '<g transform="matrix(1 2 3)"/>', f'<g transform="rotate(1e300)"><rect width="1" height="1" {INKED}/></g>',
    '<g transform="none"/>', f'<g transform="scale(1e200) scale(1e200)"><circle r="9" {INKED}/></g>',
    '<use href="#a" id="a"/>', '<g id="a"><use href="#a"/></g>', "<style>@import 'x';</style>",
    "<style>/* a } */ .a{fill:#1F3A5F}</style>", "<style>.a{</style>", '<image href="/etc/passwd"/>',
    '<image href="data:image/png;base64,AA=="/>', "<!-- -- -->", "<![CDATA[x]]>", "&amp;&#0;", "&#xD800;", "&x;",
    '<!DOCTYPE a [<!ENTITY a "b">]>', "<?php x ?>", "<x:y/>", '<rect style="fill:url(#x)"/>',
    '<svg viewBox="0 0 0 0"/>', "<a><b></a></b>", '<a href="javascript:x"/>',
    f'<rect width="5" height="5" rx="-3" {INKED} opacity="2"/>', f'<rect width="1" height="1" {INKED}/>' * 3000,
    "<g>" * 300 + f'<rect width="1" height="1" {INKED}/>' + "</g>" * 300, f'<ellipse rx="5" {INKED}/>',
    '<linearGradient id="x" href="#x"/><rect width="5" height="5" fill="url(#x)"/>',
    '<clipPath id="y"/><g clip-path="url(#y)"/>',
    '<line x1="1e9" x2="1e-9" stroke="#1F3A5F" stroke-width="1e9" stroke-dasharray="0 0"/>', "<defs><defs/></defs>",
)
FIGURES = (  # lines below `figures:`
    "  loop: { formula: loop }", "  a: { formula: b }\n  b: { formula: a }", "  neg: { value: -0 }",
    "".join(f"  c{i}: {{ formula: c{i + 1}, unit: 人 }}\n" for i in range(400)) + "  c400: { value: 1, unit: 人 }",
    "".join(f"  d{i}: {{ formula: d{i + 1} + d{i + 1} }}\n" for i in range(40)) + "  d40: { value: 1, unit: 人 }",
    "  e: { formula: 'capacity / (share - share)' }", "  f: { formula: '1e300 * 1e300' }", '  "\\e[2J": { value: 1 }',
    "  g: { formula: 'parks[令9]' }", "  p: { formula: 'sum(parks, q.latest)' }",
    "  h: { formula: '(' }", f"  i: {{ formula: '{'(' * 999}1{')' * 999}' }}",
    f"  j: {{ formula: '{' + '.join(['capacity'] * 999)}' }}", "  k: { value: 1e-320 }",
    "  l: { value: 5, as-of: 0000-01-01 }", "  m: { value: 5, as-of: 令99 }", "  n: { value: 9007199254740993 }",
    "  o: { value: 1, unit: '\\' }", "  capacity: { value: 1 }",
)
SERIES = (  # lines below `series:`
    "  odd: { name: 奇, unit: 人, data: { 令1: 1, 令9999: 2, 1: 3, 大1: 4 } }",
    "  trees: { name: 木, unit: 本, csv: no.csv }", "  r: { name: 木, csv: ../table.csv }",
    "  s: { name: 木, csv: /etc/passwd }", "  t: { name: 木, csv: . }", "  u: { name: 木 }",
    "  v: { name: 木, data: {} }", "  w: { name: 木, data: { 令5: { formula: 'w[令5]' } } }",
    "  x: { name: '', data: { 令5: 1 } }",
    "  y: { name: 木, data: { 令5: { formula: 'parks[令5] * 1e308 * 1e308' } } }",
    "  z: { name: 木, data: { 令5: ～, R5: 1 } }",
)
ROWS = (  # of a table
    "令3,1", "令100,5,,", "x,y,z,w,v,u", ",,,", '"', "令6,1", "令6,１,,", "令6,1e5,,", "令6,-0,,", '令6,"1\n2",,',
    "令6;1;;", "令6\t1", "令6,99.5,published,", "令6,1,,\0", "令6,NaN,,", "令6,9e999,,", f"令6,{'9' * 300},,",
    "=1+1,2,,", "令６,1,,",
)
LINES = (  # of any file
    "---", "...", "%YAML 9.9", "- - - -", "\t", "? !!set", "<<: {a: b}", "=: 3", "字: 字", f"{'k' * 2000}: 1",
    "\ufeff# a", "# 日本語 \x1b[31m", "#", "null: null", "'': ''", "? [a, b]\n: c", "a: &a [*a]", "{}", "[]", "|",
    ">-",
)
