"""The tree of tags: what it says in place of content goes when that content went."""

from dataclasses import dataclass, field

import pikepdf

_SPOKEN = ("/ActualText", "/Alt", "/E", "/T")
_MOST = 2_000_000

_Element = tuple[pikepdf.Object, pikepdf.Object | None, int]


@dataclass(slots=True)
class Structure:
    """The tags of a file, and those that stand for something that was taken out of a page."""

    touched: set[tuple[tuple[int, int], int]]
    seen: set[tuple[int, int]] = field(default_factory=set)

    def clean(self, pdf: pikepdf.Pdf) -> None:
        """Take out of the tree what is said in place of content that is gone."""
        root = pdf.Root.get("/StructTreeRoot")
        if not isinstance(root, pikepdf.Dictionary) or not self.touched:
            return
        order = self._elements(root)
        marked: set[int] = set()
        for at in range(len(order) - 1, -1, -1):
            element, page, above = order[at]
            if at in marked or self._is_touched(element, page):
                marked.add(above)
                for name in _SPOKEN:
                    if name in element:
                        del element[name]

    def _elements(self, root: pikepdf.Object) -> list[_Element]:
        """Return each element with its page and where the element above it is in the list, those above first."""
        order: list[_Element] = []
        waiting: list[_Element] = [(root, None, -1)]
        while waiting and len(order) < _MOST:
            element, page, above = waiting.pop()
            if element.is_indirect:
                if element.objgen in self.seen:
                    continue
                self.seen.add(element.objgen)
            page = element.get("/Pg") or page
            order.append((element, page, above))
            at = len(order) - 1
            waiting += [(one, page, at) for one in _below(element) if _is_element(one)]
        return order

    def _is_touched(self, element: pikepdf.Object, page: pikepdf.Object | None) -> bool:
        return any(
            (page_of_it, number) in self.touched
            for one in _below(element)
            for page_of_it, number in _content(one, page)
        )


def _content(one: pikepdf.Object, page: pikepdf.Object | None) -> list[tuple[tuple[int, int], int]]:
    """Return the page and the number of the content that an element refers to, if it does."""
    number: object = one
    if isinstance(one, pikepdf.Dictionary):
        number, page = one.get("/MCID"), one.get("/Pg") or page
    if isinstance(number, int) and isinstance(page, pikepdf.Dictionary):
        return [(page.objgen, number)]
    return []


def _below(element: pikepdf.Object) -> list[pikepdf.Object]:
    below = element.get("/K")
    if below is None:
        return []
    return list(below.as_list()) if isinstance(below, pikepdf.Array) else [below]


def _is_element(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and "/MCID" not in one
