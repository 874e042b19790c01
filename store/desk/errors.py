"""What can go wrong at the desk. Each message is one sentence that says what to do."""

from __future__ import annotations

from store.desk.records import ROLES, Decision
from store.errors import StoreError


class NoSuchFlag(StoreError):
    """There is no flag of that number, or its article was removed."""

    def __init__(self) -> None:
        super().__init__("There is no such flag any more: load the queue again.")


class NoSuchArticle(StoreError):
    """There is no article of that number, or it was removed."""

    def __init__(self) -> None:
        super().__init__("There is no such article any more: load the list again.")


class AlreadyDecided(StoreError):
    """Somebody decided on the flag in the meantime; nothing was kept.

    ``decision`` is theirs (the flag's last one, an undo too), ``seq`` what the flag is at now.
    """

    def __init__(self, decision: Decision, seq: int) -> None:
        super().__init__(
            f"{decision.name} has decided on this flag in the meantime ({decision.act}): keep "
            "that, or decide again."
        )
        self.decision = decision
        self.seq = seq


class BadDecision(StoreError):
    """A decision that is not complete, or of an unknown kind; ``message`` says what to do."""


class RequestTaken(BadDecision):
    """Something else was kept under this request: of another editor, flag, article or content."""

    def __init__(self) -> None:
        super().__init__(
            "Something else was saved under the name of this request: load the page again and "
            "decide once more."
        )


class NoSuchFit(StoreError):
    """There is no fit of that number."""

    def __init__(self) -> None:
        super().__init__("There is no such fit of the house: load the page again.")


class NotSignedIn(StoreError):
    """The session is unknown or over."""

    def __init__(self) -> None:
        super().__init__("Your session at the desk is over: load the page again.")


class NotAllowed(StoreError):
    """The editor's role does not allow it. ``needed`` is the role that does."""

    def __init__(self, needed: str) -> None:
        super().__init__(f"This needs the role {needed}: ask an admin of the desk for it.")
        self.needed = needed


class BadName(StoreError):
    """A name that cannot be an editor's."""

    def __init__(self) -> None:
        super().__init__("Type a name of 1 to 80 characters, with at least one letter.")


class NameOfLogin(BadName):
    """A typed name that is that of somebody who logs in."""

    def __init__(self) -> None:
        StoreError.__init__(
            self,
            "Somebody who logs in elsewhere has this name at this desk: type another, as “Ann Lee, "
            "sports”.",
        )


class NoSuchEditor(StoreError):
    """There is no editor of that number."""

    def __init__(self) -> None:
        super().__init__("There is no such editor: load the page again.")


class NoSuchRole(StoreError):
    """A role that there is not."""

    def __init__(self) -> None:
        super().__init__(f"There is no such role: choose one of {', '.join(ROLES)}.")


class LastAdmin(StoreError):
    """The desk would be left without an admin."""

    def __init__(self) -> None:
        super().__init__("The desk needs an admin: make somebody else one first.")


class BadNote(StoreError):
    """A note that is empty or too long."""

    def __init__(self) -> None:
        super().__init__("Write a note of 1 to 2,000 characters.")
