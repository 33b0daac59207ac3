"""PREFLIGHT: a file is opened again and looked at as a printer's prepress desk would.

In: the bytes of any PDF, and Wishes. Out: Findings (`run`), in words (`report_text`) or pictures (`frames`).

    objects.py shapes.py colour.py fonts.py     what a file is made of, read without trust
    lexer.py state.py events.py paint_log.py    content streams, what they come to
    paths.py text.py walk.py                    the one made into the other
    subject.py                                  a file with its pages, its paint, its intent, its XMP
    inks.py lettering.py pictures.py edges.py   checks of what is painted
    sheets.py pdfx.py pdfx_metadata.py          checks of the file: trade practice, ISO 15930-7
    heavy.py                                    pages that may take too much ink
    table.py run.py report_text.py frames.py          all checks; their findings, as text, as pictures
"""
