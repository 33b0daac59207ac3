"""PAINT: pages become marks, in a PDF file or as plain text.

In: Pages whose every item has its place. Out: bytes (`canvas.paint`), or a text for tests (`proof.proof`).

    inventory.py   what pages use    embed.py   faces    pen.py   content streams    navigation.py   bookmarks, labels
    document.py    objects and file  target.py  what the paint is for               metadata.py     title, author, dates
"""
