"""TAGGED: what the tags of any finished PDF say, to a listener and to a checker.

decoding.py streams.py marks.py      from codes to characters, and which of them lie under which mark
tagtree.py tagnodes.py roles.py      the structure tree
destinations.py grid.py              where links lead, which cells a table has
reading.py speech.py                 what a screen reader says
tagyaml.py                           the tree as YAML
"""
