"""SVG drawings as page Drawings.

In: the bytes of an SVG file. Out: a Drawing whose plane is the viewBox moved to (0, 0), in user units, y down, with
inks for colours. Taken is what drawing and map programs write: shapes and paths, groups, `use` and `symbol`, nested
`svg`, `switch`, style sheets, transforms, fills and strokes in colours, gradients and patterns, opacity, clips, masks,
markers, and text, which becomes outlines. What shows is settled where the drawing is placed, so content beyond the
viewBox stays and may run into the bleed. What would change the picture and is not taken is an error with its place;
what changes nothing (the leftovers of drawing programs) is passed over. Nothing outside the file is read, and what a
file makes of itself (entities, `use`, patterns) has limits.

`document` reads bytes into a tree, `css` says which declarations an element has, `reader` walks the tree, `states` says
what elements hand down, `branches` what is in them, `marking` makes marks of outlines, `layers` makes items of marks.
"""

from report.artwork.svg.reader import read_svg

__all__ = ["read_svg"]
