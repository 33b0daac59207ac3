"""Inline marks in an author's text (bilingual hint texts for mistakes).

In: a Text (source string and place). Out: paragraphs of Runs.

    **strong**   __number__ (set as a figure)   ==marker==   {漢字|かんじ} ruby   [text](https://…) link
    |  a line may break here     ~  no break here     a newline: a forced break     an empty line: new paragraph
    \\  takes the next character as it is
"""
