"""PAINT: pages become marks in a PDF file.

In: Pages whose every item has its place. Out: bytes (`canvas.paint`).

    inventory.py   what pages hold     pen.py      content streams   navigation.py  boxes, bookmarks, labels
    document.py    objects and file    colours.py  inks, pixels      target.py      what the paint is for; title, dates
    embed.py       faces               tagging.py  structure         marks.py       what a press needs around a page
"""
