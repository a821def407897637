"""That pages of a PDF are pictures: told to whoever can read those."""


class PagesOfPictures(Exception):
    """Some pages of a PDF hold no text that can be told, and are to be read as pictures first."""

    def __init__(self, pages: list[int], count: int) -> None:
        """Name the pages by their numbers, from 1, and say how many there are in all."""
        super().__init__(pages)
        self.pages = pages
        self.count = count
