"""From the tree of an SVG file to marks in painting order.

An element hands down a State; what is in doubt about it (a filter, a clip that is not taken) is told only where it
paints something, so that leftovers in hidden or empty places are no mistakes. An element that is seen through as a
whole, by its opacity or a mask, is a layer of its own.
"""

from __future__ import annotations

from report.artwork.shelf import MAX_BYTES, Inks
from report.artwork.svg.arrows import BEARERS, inside_at, vertices
from report.artwork.svg.branches import Branches, Visit
from report.artwork.svg.budget import Budget, Stop
from report.artwork.svg.css import Sheet
from report.artwork.svg.document import MAX_DEPTH, Document, Node, parse, wordless
from report.artwork.svg.faults import CONVERT, FLATTEN, SvgError, short
from report.artwork.svg.gradients import Gradients, Surface
from report.artwork.svg.layers import Canvas
from report.artwork.svg.lengths import Measure, Scale
from report.artwork.svg.marking import Marker, Sources, Whole
from report.artwork.svg.masks import plan
from report.artwork.svg.painting import is_last
from report.artwork.svg.path import rectangle_path, transformed
from report.artwork.svg.properties import INHERITED, MARKERS, UNPAINTED, Doubt, not_taken, untaken, value_of
from report.artwork.svg.shapes import OUTLINES, Outline
from report.artwork.svg.states import State, States
from report.artwork.svg.telling import Teller
from report.artwork.svg.tiling import tile_of
from report.artwork.svg.view import View, outer_view
from report.messages import Origin, Report, message
from report.page import IDENTITY, Cut, Drawing, Path, Placed
from report.units import Size

_WHOLE = Scale(0.0, 0.0)
MOST_LAYERS = 60  # one within the other
_Pile = list["Visit | None"]  # what is to be visited, the next one last; None: a layer ends


def read_svg(data: bytes, key: str, file: str, inks: Inks, report: Report) -> Drawing | None:
    """The drawing in `data`; None when an error was reported. file: how diagnostics name it."""
    if len(data) > MAX_BYTES:
        report.error(Origin(file), message("svg-too-large", most=MAX_BYTES // 1_000_000))
        return None
    try:
        document = parse(data)
    except SvgError as error:
        report.error(Origin(file, error.line, error.column), error.message, error.hint)
        return None
    return _Reader(document, file, inks, report).read(key)


class _Reader:
    def __init__(self, document: Document, file: str, inks: Inks, report: Report) -> None:
        self._document, self._inks, self._teller = document, inks, Teller(file, report)
        self._budget = Budget(self._teller)
        self._name = file.rpartition("/")[2].removesuffix(".svg")
        self._canvas: Canvas
        self._states: States
        self._branches: Branches
        self._marker: Marker

    def read(self, key: str) -> Drawing | None:
        root = self._document.root
        try:
            view = self._begin(root, key)
            self._walk(root, view)
        except Stop:
            self._teller.finish()
            return None
        except SvgError as error:
            self._teller.error(root, error)
        except (ArithmeticError, ValueError):
            self._teller.tell(root, message("number-out-of-range", tag="svg"))
        self._teller.finish()
        if self._teller.failed:
            return None
        items = self._canvas.top.items
        if not items:
            self._teller.warn(root, message("svg-paints-nothing"))
        return Drawing(key, self._canvas.size, items)  # type: ignore[arg-type]

    def _begin(self, root: Node, key: str) -> View:
        """What concerns the drawing as a whole."""
        for node in self._document.moving:
            self._teller.tell(node, *untaken(node.tag))
        sheet, ids, budget = Sheet(self._document.sheets), self._document.ids, self._budget
        view = outer_view(Measure(root.attributes, sheet.declared(root), _WHOLE))
        size = Size(view.width, view.height)
        self._canvas = Canvas(size, key)
        self._states = States(sheet, ids, size, budget)
        self._branches = Branches(self._states, ids, size, budget, self._inks.letter)
        sources = Sources(self._inks, Gradients(sheet, ids), self._tiles, ids, self._name)
        self._marker = Marker(self._canvas, sources, budget)
        return view

    def _walk(self, root: Node, view: View) -> None:
        """The elements in painting order; those that wait are on a pile, so that no depth is too deep."""
        scale = Scale(*view.inner)
        start = State(view.matrix, INHERITED, scale, Measure({}, {}, scale))
        state = self._states.inside(root, start)
        if state is None:
            return
        if state.matrix != view.matrix:
            self._teller.tell(root, message("attribute-not-taken", tag="svg", name="transform"), CONVERT)
        opened = self._open(root, state)
        if opened is not False:
            self._ground(root, state._replace(matrix=IDENTITY, alpha=1.0), view)
            self._visit_all([*([None] if opened else []), *(Visit(child, state) for child in reversed(root.children))])

    def _visit_all(self, waiting: _Pile) -> None:
        while waiting:
            visit = waiting.pop()
            if visit is None:
                self._close()
                continue
            node = visit.node
            if node.tag in UNPAINTED and not (visit.user and node.tag == "symbol"):
                continue
            self._budget.visit(node)
            if visit.above.depth >= MAX_DEPTH:
                self._teller.tell(node, message("svg-too-deep", depth=MAX_DEPTH))
                raise Stop
            try:
                waiting += self._visit(visit)
            except SvgError as error:
                self._teller.error(node, error)
            except (ArithmeticError, ValueError):
                self._teller.tell(node, message("number-out-of-range", tag=node.tag))

    def _ground(self, root: Node, state: State, view: View) -> None:
        """A background of the whole drawing, which browsers paint."""
        css = state.measure.css
        text = value_of(css.get("background-color", css.get("background", "none")))
        if text in ("none", "initial", "inherit", "unset", "0 0", "0"):
            return
        outline = Outline(rectangle_path(0.0, 0.0, view.width, view.height), one_way=True)
        self._marker.mark(
            root, outline, state._replace(looks={**INHERITED, "fill": text, "color": state.looks["color"]})
        )

    def _visit(self, visit: Visit) -> _Pile:
        """Paints a shape or a text; of anything else says what is to be visited inside it."""
        node, above, user = visit
        state = self._states.inside(node, above)
        if state is None:
            return []
        if draw := OUTLINES.get(node.tag):
            outline = draw(state.measure)
            if outline.broken:
                self._teller.warn(node, outline.broken.message, message("path-until", tag=node.tag))
            self._budget.draw(node, len(outline.path))
            if outline.path:
                self._shape(node, outline, state)
            return []
        if node.tag == "text" and self._inks.letter:
            self._text(node, state)
            return []
        opened = self._open(node, state)
        inner: _Pile = [] if opened is False else [*reversed(self._branches.inside(node, state, user))]
        return [None, *inner] if opened else inner

    def _open(self, node: Node, state: State) -> bool | None:
        """Begins a layer for an element that is seen through as a whole: True; None: there is none, False: nothing of
        it is seen."""
        if state.alpha == 1 and state.mask == "none":
            return None
        if self._canvas.depth > MOST_LAYERS:
            self._teller.tell(node, message("svg-too-deep", depth=MOST_LAYERS))
            raise Stop
        mask, doubt = None, None
        try:
            mask = None if state.mask == "none" else self._mask(node, state)
        except SvgError as error:
            doubt = Doubt(node, error.message, error.hint)
        if mask is not None and not mask.items:
            return False
        self._canvas.begin(state.alpha, mask, doubt)
        return True

    def _close(self) -> None:
        layer = self._canvas.end()
        for placed in layer.closed():
            self._canvas.top.add(placed)
            if layer.doubt:
                self._teller.tell(*layer.doubt)

    def _shape(self, node: Node, outline: Outline, state: State) -> None:
        """A shape; one with two paints that is seen through as a whole is a layer."""
        looks, mark = state.looks, MARKERS
        arrows = not looks[mark[0]] == looks[mark[1]] == looks[mark[2]] == "none"
        two = looks["stroke"] != "none" != looks["fill"]
        if not arrows and state.mask == "none" and (state.alpha == 1 or not two):
            self._marker.mark(node, outline, state)
        elif (opened := self._open(node, state)) is not False:
            self._marker.mark(node, outline, state._replace(alpha=1.0))
            if arrows and state.looks["visibility"] == "visible":
                self._arrows(node, outline, state)
            if opened:
                self._close()

    def _arrows(self, node: Node, outline: Outline, state: State) -> None:
        """The markers of a line, over it."""
        points = vertices(outline.path)
        for name, chosen in zip(MARKERS, (points[:1], points[1:-1], points[-1:]), strict=True):
            text = state.looks[name]
            if text == "none" or not chosen:
                continue
            marker = self._document.ids.get(text.partition("#")[2].rstrip(")\"' "))
            known = node.tag in BEARERS and not (name == "marker-mid" and set("Aa") & set(node.attributes.get("d", "")))
            known = known and is_last("markers", state.looks["paint-order"])
            if marker is None or marker.tag != "marker" or marker in state.within or not known:
                self._teller.tell(node, *not_taken(name, text, CONVERT))
                continue
            for vertex in chosen:
                inside = inside_at(marker, name, vertex, state, self._states, self._canvas.size)
                if inside is not None:
                    self._visit_all([Visit(child, inside) for child in reversed(marker.children)])

    def _text(self, node: Node, state: State) -> None:
        opened = None if wordless(node) else self._open(node, state)
        if wordless(node) or opened is False:
            return
        shown, box = self._branches.lettered(node, state._replace(alpha=1.0))
        for outline, part in shown:
            self._budget.draw(node, len(outline.path))
            self._marker.mark(node, outline, part, Whole(box, state.matrix))
        if opened:
            self._close()

    def _mask(self, node: Node, state: State) -> Drawing:
        """The mask of an element as a drawing whose lightness counts."""
        called = state.mask.partition("#")[2].rstrip(")\"' ") if "url(" in state.mask else ""
        target = self._document.ids.get(called)
        box = self._branches.box_of(node, state)
        if target is None or target.tag != "mask" or target in state.within or box is None:
            raise SvgError(*not_taken("mask", state.mask, FLATTEN))
        planned = plan(target, state, box, self._states)
        if planned is None:
            return self._canvas.drawing([])
        canvas, inside = self._canvas, planned.inside
        former = canvas.masking
        canvas.masking = "alpha" if "alpha" in (planned.kind, former) else "luminance"
        try:
            return self._apart(target, inside, transformed(planned.frame, planned.place, canvas.decimals))
        finally:
            canvas.masking = former

    def _tiles(self, node: Node, surface: Surface) -> Drawing | None:
        """A pattern's copies over a surface."""
        if node in surface.state.within:
            raise SvgError(message("reference-circle", target=short("#" + node.attributes.get("id", ""))))
        tile = tile_of(node, self._document.ids, surface, self._states)
        if tile is None:
            return None
        frame = transformed(tile.frame, tile.place, self._canvas.decimals)
        one = self._apart(tile.source, tile.inside, frame)
        if not one.items:
            return None
        return self._canvas.drawing([Placed(drawing=one, matrix=matrix) for matrix in tile.copies])

    def _apart(self, node: Node, inside: State, frame: Path) -> Drawing:
        """What is in an element as a drawing of its own, cut to a frame."""
        canvas = self._canvas
        depth = canvas.depth
        if depth > MOST_LAYERS:
            self._teller.tell(node, message("svg-too-deep", depth=MOST_LAYERS))
            raise Stop
        canvas.begin()
        try:
            opened = self._open(node, inside._replace(alpha=1.0))
            pile: _Pile = [Visit(child, inside) for child in reversed(node.children)]
            self._visit_all([*([None] if opened else []), *pile] if opened is not False else [])
            items = canvas.top.items
        finally:
            while canvas.depth > depth:
                layer = canvas.end()
        return canvas.drawing(layer.through(items, (Cut(frame),)) if items else [])
