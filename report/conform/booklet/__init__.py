"""BOOKLET: a finished file's pages on sheets to be printed on both sides, folded and stitched.

folding.py                           which page stands where, and how far inner pages move
spread.py                            where two pages lie on paper
pageform.py                          a page as a form
imposition.py                        the sheets
"""
