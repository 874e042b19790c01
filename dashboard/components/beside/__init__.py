"""What stands beside a long text stays in view with it, its end too, whatever its height.

A style cannot stop a column at its end if that is below the screen, as it does not know the
column's height. This component, which shows nothing, measures it.
"""

from __future__ import annotations

from dashboard.components.component import component

__all__ = ["beside"]

_component = component("beside")


def beside(side: str, wish: int, *, key: str) -> None:
    """Keep the style property ``--height-beside`` of the container ``side`` (its key) as high as
    that is; to be drawn inside that container.

    ``wish`` is the number of the last wish to see the container from its beginning: a higher number
    than before brings it into view, together with the row of columns that it is in where these
    stand side by side. A number that is there at first asks for nothing. ``key`` must be unique on
    the page.
    """
    _component(key=key, data={"side": side, "wish": wish})
