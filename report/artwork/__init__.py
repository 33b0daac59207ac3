"""Ids become drawings: pictures, icons and charts. In: files and figures. Out: page Items in a frame."""
