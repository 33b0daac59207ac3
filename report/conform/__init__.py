"""CONFORM: bytes meet a standard. In: a painted file. Out: the file as the standard wants it."""
