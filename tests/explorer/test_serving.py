"""How the explorer's page and files are served."""

import re

import pytest

from chalicelib.routes import explorer

ADDRESSES = (
    "/explore/",
    "/explore",
    "/explore/search?index=model&q=x&view=table",
    "/explore/records/neuromorpho-227",
    "/explore/connections?by=layers",
    "/explore/compare?ids=a,b",
    "/explore/basket",
    "/explore/sources",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_is_answered_by_the_page(api, built, address):
    response = api.get(address)
    assert (response.status_code, response.mimetype) == (200, "text/html")
    assert 'id="app"' in response.text


def test_the_page_is_asked_for_anew_and_its_files_never(api, built):
    response = api.get("/explore/")
    assert response.headers["Cache-Control"] == "no-cache"
    again = api.get("/explore/", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["Content-Security-Policy"] == response.headers["Content-Security-Policy"]
    for file in re.findall(r'(?:src|href)="(/explore/assets/[^"]+)"', response.text):
        assert api.get(file).headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_its_policy_names_the_store_and_allows_nothing_inline(api, built, full_hub):
    allowed = api.get("/explore/").headers["Content-Security-Policy"]
    assert "unsafe" not in allowed
    assert f"connect-src 'self' {full_hub.files.origin};" in allowed
    assert "script-src 'self';" in allowed
    assert "require-trusted-types-for 'script'" in allowed


def test_the_origin_is_that_of_real_links(full_hub):
    stored = full_hub.files.put("any/file", b"text", "text/plain")
    assert full_hub.files.link(stored).startswith(f"{full_hub.files.origin}/")


@pytest.mark.parametrize("name", ["app-00000000.js", "index.html", "..%2Findex.html", "app.js"])
def test_no_other_file_is_given_out(api, built, name):
    response = api.get(f"/explore/assets/{name}")
    assert response.status_code == 404
    assert "Reload" in response.json["detail"]


def test_where_it_is_not_built_the_page_says_how(api, monkeypatch, tmp_path):
    monkeypatch.setattr(explorer, "BUILT", tmp_path)
    response = api.get("/explore/search?q=x")
    assert response.status_code == 503
    assert "make explorer" in response.text
    assert api.get("/search/dataset?q=pyramidal").status_code == 200


def test_the_first_view_is_small(built):
    import gzip

    names = [path for path in explorer.BUILT.iterdir() if re.match(r"app|style|theme|index", path.name)]
    assert sum(len(gzip.compress(path.read_bytes())) for path in names) < 150_000
