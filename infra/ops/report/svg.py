"""Shapes of an inline picture. Colours come from the page's classes, so that it can turn dark."""

from xml.etree import ElementTree as ET


class Svg:
    """A picture that grows downwards; lengths in its own units."""

    def __init__(self, width: float, height: float, says: str) -> None:
        box = f"0 0 {width:g} {height:g}"
        self._root = ET.Element("svg", {"viewBox": box, "role": "img", "aria-label": says})

    def text(self, x: float, y: float, words: str, look: str = "", anchor: str = "start") -> None:
        place = {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor, "class": look}
        ET.SubElement(self._root, "text", place).text = words

    def line(self, x: float, y: float, to_x: float, to_y: float, look: str) -> None:
        ends = {"x1": f"{x:.1f}", "y1": f"{y:.1f}", "x2": f"{to_x:.1f}", "y2": f"{to_y:.1f}"}
        ET.SubElement(self._root, "line", ends | {"class": look})

    def dot(self, x: float, y: float, radius: float, look: str, says: str) -> None:
        place = {"cx": f"{x:.1f}", "cy": f"{y:g}", "r": f"{radius:g}", "class": look}
        self._says(ET.SubElement(self._root, "circle", place), says)

    def bar(self, x: float, y: float, width: float, height: float, look: str, says: str) -> None:
        size = {"width": f"{width:.1f}", "height": f"{height:g}", "rx": "2"}
        place = {"x": f"{x:.1f}", "y": f"{y:g}", "class": look}
        self._says(ET.SubElement(self._root, "rect", place | size), says)

    def drawn(self) -> str:
        """The picture as a part of a page."""
        return ET.tostring(self._root, encoding="unicode")

    @staticmethod
    def _says(shape: ET.Element, says: str) -> None:
        ET.SubElement(shape, "title").text = says
