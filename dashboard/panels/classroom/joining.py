"""How the pupils join: address, code, word and a QR code, to be read from the back of a classroom.

The QR code has the address and the code. The word is only on the screen: whoever is not in the room
does not know it.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from dashboard.escaping import for_markdown
from dashboard.server.address import Address
from dashboard.session.classroom import acting
from store.classes.joining import MOST_WRONG_WORDS
from store.classes.records import SchoolClass

CLOSED = "Nobody else can join now."
WRONG_WORDS = (
    f"If you did not stop it yourself: {MOST_WRONG_WORDS} wrong words were tried, and then joining "
    "stops by itself and the class gets a new word. Allow it again and tell the new word in the "
    "room."
)
ALONE = "The word keeps strangers out: tell it in the room, and do not send it with the address."


def address_choice(addresses: Sequence[Address]) -> Address:
    """Return the address that pupils are given; the teacher chooses where there are several."""
    if len(addresses) == 1:
        return addresses[0]
    chosen: Address = st.selectbox(
        "The address for the phones: try the next one if they do not reach this one",
        addresses,
        format_func=lambda one: f"{one.join} ({one.found})",
        key="class-address",
    )
    return chosen


def join_board(school: SchoolClass, address: Address) -> None:
    """Draw all that a pupil needs to join, large."""
    with st.container(key="join-board", horizontal=True, vertical_alignment="center", gap="large"):
        with st.container(key="join-words"):
            _part("Open on your phone", address.join, "join-address")
            _part("Code", school.code, "join-code")
            if school.joining:
                _part("Word", school.word, "join-word")
            else:
                st.markdown(f"**{CLOSED}**")
                _closed(school, "board")
        # Nothing but this server's own address and the code is in the picture, as data.
        st.html(
            '<img class="join-qr" alt="QR code that opens the address with the code" '
            f'src="data:image/svg+xml;base64,{_qr_code(address.with_code(school.code))}">'
        )


def join_line(school: SchoolClass, address: Address) -> None:
    """Draw the same in one line, for those who come late."""
    code = f"code **{for_markdown(school.code)}**"
    word = f"word **{for_markdown(school.word)}**" if school.joining else CLOSED
    with st.container(horizontal=True, key="join-line", gap="xsmall"):
        # As text: whoever copies it gets exactly the address.
        st.text(address.join, width="content")
        st.markdown(f"· {code} · {word}", width="content")
    if not school.joining:
        _closed(school, "line")


def join_settings(school: SchoolClass) -> None:
    """Draw the buttons that stop joining, allow it, and draw another word."""
    with st.container(horizontal=True, key="join-settings"):
        if school.joining:
            st.button("Stop joining", key="stop-joining", on_click=acting.let_join, args=(False,))
            st.button("New word", key="new-word", on_click=acting.change_word)
        else:
            st.button("Allow joining", key="allow-joining", on_click=acting.let_join, args=(True,))
    st.caption(ALONE)


def _closed(school: SchoolClass, place: str) -> None:
    """Say why nobody can join, where it was not the teacher here who stopped it, with the button
    that mends it."""
    if acting.stopped_joining(school):
        return
    st.warning(WRONG_WORDS, icon=":material/lock:")
    st.button(
        "Allow joining",
        key=f"allow-joining-{place}",
        on_click=acting.let_join,
        args=(True,),
    )


def _part(label: str, value: str, key: str) -> None:
    with st.container(key=key, gap=None):
        st.caption(label)
        st.text(value)


@lru_cache(maxsize=8)
def _qr_code(address: str) -> str:
    """Return the QR code of ``address`` as an SVG file in base64: black on white, which phones read
    in both themes, with the margin of four modules that the standard asks for (ISO/IEC 18004)."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.image.svg import SvgPathFillImage
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(address)
    picture: bytes = code.make_image(image_factory=SvgPathFillImage).to_string()
    return base64.b64encode(picture).decode("ascii")
