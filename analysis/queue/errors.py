"""Errors of the queue, each with a message of one sentence, as ``analysis.errors``."""

from analysis.errors import SlantError


class QueueFull(SlantError):
    """There is no place left; ``waiting`` is the number of articles that hold one."""

    def __init__(self, waiting: int) -> None:
        super().__init__(
            f"{waiting} articles are being read already, more than this server takes at a time: "
            "wait half a minute and ask again."
        )
        self.waiting = waiting


class AnalysisFailed(SlantError):
    """The model crashed on this article; the log has the reason, without the text."""

    def __init__(self) -> None:
        super().__init__(
            "The model stopped while it read this article: ask once more, and if it stops again, "
            "give the article in two halves."
        )
