"""A neuron's shape over HTTP: 202 until it is measured, then from the storage, or the reason why there is none."""

import pytest
import requests

from chalicelib.store.opensearch.indices import scan_documents
from tests.support import engine


@pytest.fixture(scope="module")
def neuron(full_hub, api):
    """A neuron that somebody has asked for, before and after it is measured: its first answer, and its identifier."""
    served = full_hub.publisher.served_indices("dataset", "neuromorpho")[-1]
    identifier = next(one["id"] for one in scan_documents(full_hub.client, served) if one.get("file"))
    first = api.get(f"/records/{identifier}/preview.svg")
    work = full_hub.measuring.work
    work.step("neuromorpho", seconds=-1)
    work.want_id("neuromorpho", identifier)
    engine.refresh(full_hub.names.measurements)
    work.step("neuromorpho", seconds=0.001, first=identifier)
    return first, identifier


def test_what_is_not_measured_yet_is_to_be_asked_for_again(neuron):
    first, _ = neuron
    assert first.status_code == 202
    assert int(first.headers["Retry-After"]) > 0
    assert first.json["status"] == "pending"


def test_neurons_like_one_are_told_of_before_its_measures_are_published(full_hub, api, neuron):
    assert full_hub.search.documents([neuron[1]]).found[0]["morphometry"] == {}
    answer = api.get(f"/records/{neuron[1]}/similar")
    assert answer.status_code == 200
    assert neuron[1] not in [one["id"] for one in answer.json["items"]]


def test_neurons_like_one_that_is_not_measured_are_to_be_asked_for_again(full_hub, api, neuron):
    served = full_hub.publisher.served_indices("dataset", "neuromorpho")[-1]
    others = (
        one["id"] for one in scan_documents(full_hub.client, served) if one.get("file") and one["id"] != neuron[1]
    )
    answer = api.get(f"/records/{next(others)}/similar")
    assert (answer.status_code, answer.json["status"]) == (202, "pending")
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_a_drawing_comes_in_the_theme_that_is_asked_for(api, neuron, theme):
    answer = api.get(f"/records/{neuron[1]}/preview.svg", query_string={"theme": theme})
    assert answer.status_code == 200
    assert answer.content_type == "image/svg+xml"
    assert f'class="{theme}"' in answer.text[:200]
    assert len(answer.data) <= 100_000
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_drawing_that_is_known_is_not_sent_again(api, neuron):
    path = f"/records/{neuron[1]}/preview.svg"
    tag = api.get(path).headers["ETag"]
    assert api.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert api.get(f"{path}?theme=dark", headers={"If-None-Match": tag}).status_code == 200


def test_the_picture_for_lists_is_a_link_that_shows_it(api, neuron):
    answer = api.get(f"/records/{neuron[1]}/preview.png")
    assert answer.status_code == 302
    picture = requests.get(answer.headers["Location"], timeout=60)
    assert picture.content.startswith(b"\x89PNG")
    assert picture.headers["Content-Disposition"].startswith("inline")


def test_the_neuron_comes_as_swc_and_for_viewers(api, neuron):
    swc = api.get(f"/records/{neuron[1]}/morphology.swc")
    assert (swc.status_code, swc.mimetype) == (200, "text/plain")
    assert f"# record: {neuron[1]}" in swc.text
    viewer = api.get(f"/records/{neuron[1]}/morphology.json")
    assert set(viewer.json) == {"points", "radii", "parents", "types"}


@pytest.mark.parametrize("name", ["preview.svg", "preview.png", "morphology.swc", "morphology.json", "similar"])
@pytest.mark.parametrize(
    ("record", "title"), [("nothing-1", "Record not found"), ("hippocampome-1000", "File not available")]
)
def test_what_has_no_shape_is_not_found_with_the_reason(api, name, record, title):
    answer = api.get(f"/records/{record}/{name}")
    assert answer.status_code == 404
    assert answer.json["title"] == title
    assert record in answer.json["detail"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("preview.svg?theme=pink", "theme"),
        ("similar?size=0", "size"),
        ("similar?size=x", "size"),
        ("similar?page=2", "query string"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(api, neuron, path, field):
    answer = api.get(f"/records/{neuron[1]}/{path}")
    assert answer.status_code == 400
    assert answer.json["field"] == field


def test_a_file_that_cannot_be_read_is_422_with_what_is_wrong(full_hub, api, neuron):
    measurements = full_hub.measuring.measurements
    entry = measurements.read([neuron[1]])[neuron[1]]
    flag = {"unreadable": {"count": 1, "line": 3, "reason": "line 3: 'x' is no number"}}
    spoilt = {**entry.content, "state": "unreadable", "reason": "line 3: 'x' is no number", "result": {"quality": flag}}
    held = measurements.save(entry, spoilt)
    answer = api.get(f"/records/{neuron[1]}/morphology.swc")
    measurements.save(held, entry.content)
    assert answer.status_code == 422
    assert "line 3" in answer.json["detail"]
    assert answer.json["quality"] == flag


def test_harvests_count_the_files_by_what_became_of_them(full_hub, api, neuron):
    engine.refresh(full_hub.names.measurements)
    harvests = api.get("/harvests").json["harvests"]
    counts = next(one["morphologies"] for one in harvests if one["provider"] == "neuromorpho")
    assert set(counts) == {"pending", "measured", "unreadable", "missing"}
    assert counts["measured"] >= 1
    assert sum(counts.values()) == 147
