"""The files of the pupils' page: small, kept by browsers, and nothing from anywhere else."""

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.components import marking
from dashboard.pupil.files import MARKING_SCRIPTS, PAGE, files
from dashboard.pupil.routes import routes
from dashboard.server.plain_files import packed


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=routes()), follow_redirects=False)


def test_the_page_loads_its_two_files_and_nothing_else(client):
    page = client.get("/join?code=ABC234")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    loaded = re.findall(r'(?:src|href)="([^"]*)"', page.text)
    assert [address.split("?")[0] for address in loaded] == [
        "data:,",
        "join/page.css",
        "join/page.js",
        "join/privacy",
    ]
    for address in loaded[1:3]:
        answer = client.get(f"/{address}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    privacy = client.get(f"/{loaded[3]}")
    assert privacy.headers["content-type"].startswith("text/html")
    assert f"/join/{re.search(r'page.css.v=[0-9a-f]+', privacy.text)[0]}" == f"/{loaded[1]}"


def test_no_script_or_style_stands_in_the_document(client):
    document = client.get("/join").text
    assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|javascript:", document)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', document)[1]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"


def test_all_of_it_is_small():
    loaded = (file for name, file in files().items() if name != "privacy")
    assert sum(len(file.content) for file in loaded) < 60 * 1024


def test_a_second_visit_fetches_nothing_again(client):
    first = client.get("/join")
    assert first.headers["cache-control"] == "no-cache"
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        again = client.get("/join", headers={"If-None-Match": known})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == tag
    assert client.get("/join", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("name", ["join.html", "routes.py", "..%2Ffiles.py", "%00", "page.js.map"])
def test_there_are_no_other_files(client, name):
    assert client.get(f"/join/{name}").status_code == 404


def test_an_address_that_ends_with_a_slash_leads_to_the_page(client):
    answer = client.get("/join/?code=ABC234")
    assert answer.status_code == 307
    assert answer.headers["location"] == "../join?code=ABC234"


def test_packing_takes_comments_and_indents_alone(tmp_path):
    path = tmp_path / "some.js"
    path.write_text(
        "/* What it does:\n * this. */\nfunction twice(x) {\n"
        "  // a reason\n  return `${x} // ${x}`; /* kept */\n}\n",
        encoding="utf-8",
    )
    assert packed([path]) == "function twice(x) {\nreturn `${x} // ${x}`; /* kept */\n}\n"


def test_the_page_draws_texts_with_the_scripts_of_the_component():
    assert MARKING_SCRIPTS == marking.SCRIPTS
    written = {path.name for path in PAGE.iterdir()}
    script = files()["page.js"].content.decode("utf-8")
    for name in written - {"join.html", "pupil.css"}:
        first = re.search(
            r"(?m)^(?:async )?(?:function|const) \w+", (PAGE / name).read_text("utf-8")
        )
        assert first[0] in script, name


def test_no_script_writes_html():
    """Texts of strangers are on the page: they enter it as text nodes only."""
    script = files()["page.js"].content.decode("utf-8")
    names = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
    assert [name for name in names if name in script] == []


def test_the_scripts_need_no_secure_context():
    """Phones reach a teacher's machine at http://192.168.…, where browsers withhold these."""
    script = files()["page.js"].content.decode("utf-8")
    names = ("randomUUID", "clipboard", "serviceWorker", "crypto.", "caches", "navigator.locks")
    assert [name for name in names if name in script] == []
