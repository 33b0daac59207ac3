"""RECORD: what an edition printed, and where.

In: a brochure laid out. Out: a `Record` (model): its pages, its blocks by ids that last from one edition to the next,
its figures, and every place where one is printed. `made.record` makes it.
"""
