"""The tables of JLREQ for every pair of classes that text can meet, to be proof-read against its appendices B – E.

A row is the class before, a column the class after; the last column is the line's end, the last row of SPACING the
line's head. Left out are ruby complexes (cl-22, 23), which go as ideographs but for what a reading may cover
(compose.ruby), ornamented ones (cl-21), which go as the word they end (compose.characters), and warichu (cl-28, 29),
which this engine does not set. Math symbols and operators (cl-17, 18), for which the appendices have no rows, are set
as 3.7.4 has it: solid, and a line may break beside them.

SPACING (appendix B, table 1): . solid; 2 half an em, 4 a quarter, b of the size before, a of the size after; 44 and 24
    a quarter or a half of the one before and a quarter of the one after (notes 3, 5); xx not allowed. Of the choices
    in its notes: closing brackets, stops and commas keep their half and a middle dot its quarter at the line's end
    (2, 4, 6), opening brackets are flush at its head (17). Where sizes differ, the quarter between Japanese and
    Western text is one of the smaller, whichever that is: a big figure would push its counter away.
BREAKS (appendix C, table 2): . may break; x, = not (= within two of a kind: notes 5, 13). Of the choices in its
    notes: none before a percent sign (9), none between numeral and word (10). None between word and postfix (11),
    either: JLREQ forbids it after a symbol of quantity, and a letter before ％ or ㎡ is one. Stricter than JLREQ is
    that a postfix does not follow a kana or an ideograph at a line's head (CSS Text 3, 5.2; UAX #14, LB23a), and that
    two inseparable characters of different kinds do not part (LB22). What compose.keep_together keeps whole besides
    costs dearly, but may break.
REDUCTION (appendix D, table 3): from and to: 20 half to solid, 40 a quarter to solid, 48 a quarter to an eighth; 2, 4
    fixed; 45 a quarter as 40 and a half as 20 (note 3); 2= and 4= at the line's end all or nothing. Beside a word
    space table 3 has the colour of 20 and 40 without their words.
EXPANSION (appendix E, table 6): 2 in the second turn, to half an em; 3 in the third, to a quarter; 4 in the fourth;
    . never; = as 3, but not within two of a kind (notes 4, 12). The first turn is the word spaces'. As in BREAKS,
    never before a percent sign, between numeral and word, word and postfix (8, 9, 10), nor within a word (11).
"""

from __future__ import annotations

SPACING = """
                   01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 24 25 26 27 30 end
01 opening bracket .  .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  xx
02 closing bracket 2b .  2b 2b 4a .  .  2b 2b 2b 2b 2b 2b .  2b 2b 2b 2b 2b .  2b 2b 2b 2b 2b 2b
03 hyphen          2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
04 dividing !?     2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4b 4b .  4b .  .
05 middle dot      4b 4b 4b 4b 44 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b 4b
06 full stop       2b .  2b 2b 24 .  .  2b 2b 2b 2b 2b 2b 2b 2b 2b 2b 2b 2b .  2b 2b 2b 2b 2b 2b
07 comma           2b .  2b 2b 24 .  .  2b 2b 2b 2b 2b 2b 2b 2b 2b 2b 2b 2b .  2b 2b 2b 2b 2b 2b
08 inseparable     2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
09 iteration       2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4b 4b .  4b .  .
10 prolonged       2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4b 4b .  4b .  .
11 small kana      2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4b 4b .  4b .  .
12 prefix          2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  xx
13 postfix         2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
14 em space        .  .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
15 hiragana        2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4b 4b .  4b .  .
16 katakana        2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4b 4b .  4b .  .
17 math symbol     2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
18 math operator   2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
19 ideograph       2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4b 4b .  4b .  .
20 reference       2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
24 numeral         2a .  .  .  4a .  .  .  4a 4a 4a .  .  .  4a 4a .  .  4a .  .  4b .  .  4a .
25 unit            2a .  .  .  4a .  .  .  4a 4a 4a .  .  .  4a 4a .  .  4a .  4b .  .  .  4a .
26 word space      2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
27 Western         2a .  .  .  4a .  .  .  4a 4a 4a .  .  .  4a 4a .  .  4a .  .  4b .  .  4a .
30 tate-chu-yoko   2a .  .  .  4a .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4b 4b .  4b .  .
31 line head       .  xx xx xx xx xx xx .  xx xx xx .  .  .  .  .  .  .  .  xx .  .  .  .  .  xx
"""

BREAKS = """
                   01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 24 25 26 27 30
01 opening bracket x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x
02 closing bracket .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
03 hyphen          .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
04 dividing !?     .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
05 middle dot      .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
06 full stop       .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
07 comma           .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
08 inseparable     .  x  x  x  x  x  x  =  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
09 iteration       .  x  x  x  x  x  x  .  x  x  x  .  x  .  .  .  .  .  .  x  .  .  .  .  .
10 prolonged       .  x  x  x  x  x  x  .  x  x  x  .  x  .  .  .  .  .  .  x  .  .  .  .  .
11 small kana      .  x  x  x  x  x  x  .  x  x  x  .  x  .  .  .  .  .  .  x  .  .  .  .  .
12 prefix          x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x
13 postfix         .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
14 em space        .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
15 hiragana        .  x  x  x  x  x  x  .  x  x  x  .  x  .  .  .  .  .  .  x  .  .  .  .  .
16 katakana        .  x  x  x  x  x  x  .  x  x  x  .  x  .  .  .  .  .  .  x  .  .  .  .  .
17 math symbol     .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
18 math operator   .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
19 ideograph       .  x  x  x  x  x  x  .  x  x  x  .  x  .  .  .  .  .  .  x  .  .  .  .  .
20 reference       .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
24 numeral         .  x  x  x  x  x  x  .  x  x  x  .  x  .  .  .  .  .  .  x  x  .  .  x  .
25 unit            .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  x  .  x  .
26 word space      .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  .
27 Western         .  x  x  x  x  x  x  .  x  x  x  .  x  .  .  .  .  .  .  x  x  x  .  x  .
30 tate-chu-yoko   .  x  x  x  x  x  x  .  x  x  x  .  .  .  .  .  .  .  .  x  .  .  .  .  =
"""

REDUCTION = """
                   01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 24 25 26 27 30 end
01 opening bracket .  .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x
02 closing bracket 20 .  20 20 40 .  .  20 20 20 20 20 20 .  20 20 20 20 20 .  20 20 20 20 20 2=
03 hyphen          20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
04 dividing !?     20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  48 48 .  48 .  .
05 middle dot      40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 4=
06 full stop       2  .  2  2  40 .  .  2  2  2  2  2  2  2  2  2  2  2  2  .  2  2  .  2  2  2=
07 comma           20 .  20 20 45 .  .  20 20 20 20 20 20 20 20 20 20 20 20 .  20 20 20 20 20 2=
08 inseparable     20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
09 iteration       20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  48 48 .  48 .  .
10 prolonged       20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  48 48 .  48 .  .
11 small kana      20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  48 48 .  48 .  .
12 prefix          20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x
13 postfix         20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
14 em space        .  .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
15 hiragana        20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  48 48 .  48 .  .
16 katakana        20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  48 48 .  48 .  .
17 math symbol     20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
18 math operator   20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
19 ideograph       20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  48 48 .  48 .  .
20 reference       20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
24 numeral         20 .  .  .  40 .  .  .  48 48 48 .  .  .  48 48 .  .  48 .  .  4  .  .  48 .
25 unit            20 .  .  .  40 .  .  .  48 48 48 .  .  .  48 48 .  .  48 .  48 .  .  .  48 .
26 word space      20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
27 Western         20 .  .  .  40 .  .  .  48 48 48 .  .  .  48 48 .  .  48 .  .  48 .  .  48 .
30 tate-chu-yoko   20 .  .  .  40 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  48 48 .  48 .  .
"""

EXPANSION = """
                   01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 24 25 26 27 30
01 opening bracket .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
02 closing bracket 4  .  .  .  .  .  .  4  .  .  .  4  4  4  4  4  4  4  4  .  4  4  4  4  4
03 hyphen          4  .  .  .  .  .  .  4  .  .  .  4  4  4  4  4  4  4  4  .  4  4  4  4  4
04 dividing !?     4  .  .  .  .  .  .  4  .  .  .  4  4  4  4  4  4  4  4  .  2  2  4  2  4
05 middle dot      4  .  .  .  .  .  .  4  .  .  .  4  4  4  4  4  4  4  4  .  4  4  4  4  4
06 full stop       4  .  .  .  .  .  .  4  .  .  .  4  4  4  4  4  4  4  4  .  4  4  4  4  4
07 comma           4  .  .  .  .  .  .  4  .  .  .  4  4  4  4  4  4  4  4  .  4  4  4  4  4
08 inseparable     4  .  .  .  .  .  .  =  3  3  3  3  3  4  3  3  3  3  3  .  4  4  4  3  3
09 iteration       4  .  .  .  .  .  .  4  3  3  3  3  3  4  3  3  3  3  3  .  2  2  4  2  3
10 prolonged       4  .  .  .  .  .  .  4  3  3  3  3  3  4  3  3  3  3  3  .  2  2  4  2  3
11 small kana      4  .  .  .  .  .  .  4  3  3  3  3  3  4  3  3  3  3  3  .  2  2  4  2  3
12 prefix          .  .  .  .  .  .  .  3  3  3  3  3  3  .  3  3  3  3  3  .  .  3  4  3  3
13 postfix         4  .  .  .  .  .  .  3  3  3  3  3  3  4  3  3  3  3  3  .  3  3  4  3  3
14 em space        4  .  .  .  .  .  .  4  .  .  .  4  4  4  4  4  4  4  4  .  4  4  4  4  4
15 hiragana        4  .  .  .  .  .  .  3  3  3  3  3  3  4  3  3  3  3  3  .  2  2  4  2  3
16 katakana        4  .  .  .  .  .  .  3  3  3  3  3  3  4  3  3  3  3  3  .  2  2  4  2  3
17 math symbol     4  .  .  .  .  .  .  3  3  3  3  3  3  4  3  3  3  3  3  .  4  4  4  4  3
18 math operator   4  .  .  .  .  .  .  3  3  3  3  3  3  4  3  3  3  3  3  .  4  4  4  4  3
19 ideograph       4  .  .  .  .  .  .  3  3  3  3  3  3  4  3  3  3  3  3  .  2  2  4  2  3
20 reference       4  .  .  .  .  .  .  3  3  3  3  3  3  4  3  3  3  3  3  .  3  3  4  3  3
24 numeral         4  .  .  .  .  .  .  3  2  2  2  3  .  4  2  2  4  4  2  .  .  4  4  .  2
25 unit            4  .  .  .  .  .  .  3  2  2  2  3  3  4  2  2  4  4  2  .  4  .  4  .  2
26 word space      4  .  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4  4
27 Western         4  .  .  .  .  .  .  3  2  2  2  3  .  4  2  2  4  4  2  .  .  .  4  .  2
30 tate-chu-yoko   4  .  .  .  .  .  .  3  3  3  3  3  3  4  3  3  3  3  3  .  2  2  4  2  =
"""
