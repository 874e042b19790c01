"""Who is no pupil, or wants to be another: everything they try has to be refused."""

from __future__ import annotations

from typing import Any

import httpx2

MARKUP = "<script>alert(1)</script>"


async def tried(
    url: str, code: str, word: str, nickname: str, token: str, number: int
) -> list[tuple[str, int, int]]:
    """Try what is not allowed; return for each try what it was, the status due and the one met.

    ``nickname`` is another pupil's, ``token`` the own one.
    """
    mark = {"sentence": 0, "loaded": True, "reason": "", "words": [], "seq": 99}
    marks = f"rounds/{number}/marks"
    as_another = [
        ("a nickname as the token", "GET", "lesson", None, nickname, 401),
        ("marks with a nickname as the token", "PUT", marks, {"marks": [mark]}, nickname, 401),
        ("marks of a named pupil", "PUT", marks, {"marks": [], "nickname": nickname}, token, 422),
        ("a pupil's number", "PUT", marks, {"marks": [{**mark, "participant": 1}]}, token, 422),
    ]
    with_markup = [
        ("markup as a reason", "PUT", marks, {"marks": [{**mark, "reason": MARKUP}]}, token, 422),
        (
            "markup as a sentence",
            "PUT",
            marks,
            {"marks": [{**mark, "sentence": MARKUP}]},
            token,
            422,
        ),
        ("markup as a name of a part", "PUT", marks, {"marks": [], MARKUP: 1}, token, 422),
        ("markup as the word", "POST", "join", {"code": code, "word": MARKUP}, "", 422),
        ("markup as the code", "POST", "join", {"code": MARKUP, "word": word}, "", 422),
    ]
    met = []
    async with httpx2.AsyncClient(base_url=url, timeout=30.0) as client:
        for what, method, address, body, bearer, due in [*as_another, *with_markup]:
            headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
            answer = await _asked(client, method, address, body, headers)
            met.append((what, due, answer.status_code))
    return met


async def _asked(
    client: httpx2.AsyncClient, method: str, address: str, body: Any, headers: dict[str, str]
) -> httpx2.Response:
    return await client.request(method, f"/api/class/{address}", json=body, headers=headers)
