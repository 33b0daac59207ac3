"""PLATES: a page as each ink of a press gets it, and where all inks together are more than paper can take.

separate.py                          the file on its plates
ink.py                               which colour lays how much on which plate
state.py rewrite.py within.py        content for one plate
images.py shadings.py                images and shadings for one plate
ink_limit.py                         areas with more ink than a press can dry
files.py                             plates as PNG
"""
