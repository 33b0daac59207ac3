"""CONFORM: pages and bytes meet a standard.

In: pages laid out, or a painted file. Out: what an author should know of them, or the file as the standard wants it.
"""
