"""PREFLIGHT: a file is opened again and looked at as a printer's prepress desk would.

In: the bytes of any PDF, and Wishes. Out: Findings (`run.preflight`), in words (`words`) or in pictures (`frames`).

    objects.py shapes.py colour.py fonts.py     what a file is made of, read without trust
    state.py events.py book.py text.py walk.py  content streams become Paint events
    subject.py                                  a file with its pages, its paint, its intent, its XMP
    inks.py lettering.py pictures.py edges.py   checks of what is painted
    sheets.py pdfx.py pdfx_metadata.py          checks of the file: trade practice, ISO 15930-7
    table.py run.py words.py frames.py          all checks; their findings, as text, as pictures
"""
