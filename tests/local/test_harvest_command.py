"""`hub harvest ...` as it is typed: what it says, and its exit codes."""

import io
import json
import os
import re

from tests.support import s3
from tests.support.sqs import serve_queues


def lost(answer):
    answer["_embedded"]["neuronResources"] = answer["_embedded"]["neuronResources"][:100]
    answer["page"]["totalElements"] = 100
    return answer


def run_of(status):
    """The run that `status` names."""
    return re.findall(r"run (\d{8}t\d+z)", status)[0]


def test_from_a_first_harvest_over_a_refused_one_to_a_rollback(typed, upstream):
    assert typed("status", "neuromorpho")[:2] == (0, "neuromorpho   never harvested\n")
    code, _, progress = typed("run", "neuromorpho")
    assert (code, progress.splitlines()[-1]) == (
        0,
        "  neuromorpho   published  147 of 147 read, 147 kept, 0 rejected",
    )

    upstream.misbehave(path="select", mutate=lost)
    code, said, _ = typed("dry-run", "neuromorpho")
    assert (code, said.splitlines()[0]) == (1, "neuromorpho   0 added, 0 changed, 47 removed")
    code, _, said = typed("run", "neuromorpho")
    assert code == 1
    assert "refused" in said
    assert "more than 10% would be lost" in said

    code, status, _ = typed("status", "neuromorpho")
    assert (code, "147 records, read" in status) == (0, True)
    refused = run_of(status)
    code, diff, _ = typed("diff", refused)
    assert (code, diff.splitlines()[-1]) == (0, "  … and 27 more")
    assert len(typed("diff", refused, "--all")[1].splitlines()) == 1 + 3 + 47

    code, said, _ = typed("publish", refused)
    switched = re.fullmatch(r"neuromorpho now serves run (\w+) \(was (\w+)\), 100 records\n", said)
    assert switched, said
    assert (code, switched[1]) == (0, refused)
    assert typed("drop", refused)[0] == 1  # it is served
    code, said, _ = typed("rollback", "neuromorpho", "--yes")
    assert (code, said) == (0, f"neuromorpho now serves run {switched[2]} (was {refused}), 147 records\n")
    assert "rolled_back" in typed("status", "neuromorpho")[1]
    code, _, said = typed("rollback", "neuromorpho")
    assert (code, said) == (1, "hub: neuromorpho has no earlier run to go back to.\n")
    assert typed("drop", refused)[:1] == (0,)
    assert typed("publish", refused)[0] == 1


def test_one_source_that_is_down_fails_the_command_and_stops_no_other(typed, upstream):
    upstream.misbehave(path="/neuromorpho/", status=503)
    code, _, said = typed("run")
    assert code == 1
    assert "hub: neuromorpho: " in said
    assert said.count(" published ") == 3


def test_a_run_is_mapped_again_while_its_source_is_down(typed, upstream):
    assert typed("run", "neuromorpho")[0] == 0
    first = run_of(typed("status", "neuromorpho")[1])
    listed = s3.client().list_objects_v2(Bucket=os.environ["HUB_BUCKET"], Prefix=f"raw/neuromorpho/{first}/")
    assert listed["KeyCount"] > 1, "what the source answered lies in the bucket that was named"
    upstream.misbehave(path="/neuromorpho/", status=503)
    code, _, progress = typed("remap", first)
    assert code == 0, progress
    assert progress.splitlines()[-1] == "  neuromorpho   published  147 of 147 read, 147 kept, 0 rejected"
    assert run_of(typed("status", "neuromorpho")[1]) > first
    assert typed("remap", "never")[::2] == (1, "hub: There is no run 'never'.\n")


def test_what_is_not_there_is_said(typed):
    assert typed("run", "nowhere")[0] == 2
    assert typed("publish", "never")[::2] == (1, "hub: There is no run 'never'.\n")
    assert typed("rebuild", "neuromorpho")[0] == 0  # nothing is of an older mapping
    assert typed("redrive")[0] == 2  # which queue?


def test_dead_steps_are_brought_back(typed, monkeypatch):
    with serve_queues() as sqs:
        url = sqs.create_queue(QueueName="dead.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
        os.environ.update({"AWS_ENDPOINT_URL_SQS": sqs.meta.endpoint_url, "HARVEST_DEAD_QUEUE_URL": url})
        assert typed("redrive")[:2] == (0, "0 runs go on\n")


def test_at_a_terminal_a_rollback_is_confirmed(typed, monkeypatch):
    typed("run", "internal")
    typed("run", "internal")
    monkeypatch.setattr("sys.stdin", _Terminal("n\n"))
    code, said, _ = typed("rollback", "internal")
    assert (code, "Serve the previous run of internal again instead of run" in said) == (1, True)
    monkeypatch.setattr("sys.stdin", _Terminal("y\n"))
    code, said, _ = typed("rollback", "internal")
    assert (code, "internal now serves run" in said) == (0, True)


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_an_unforeseen_error_is_a_sentence(typed, monkeypatch):
    def broken(self, source, cursor):
        raise ZeroDivisionError

    monkeypatch.setattr("chalicelib.providers.internal.Internal.page", broken)
    code, _, said = typed("run", "internal")
    assert code == 1
    assert re.search(r"hub: internal: An unforeseen error: ZeroDivisionError in .*, line \d+\. The log has", said)


def test_a_probe_says_in_its_exit_code_whether_a_source_looks_as_expected(typed, upstream):
    assert typed("run", "neuromorpho")[0] == 0
    code, said, _ = typed("probe", "neuromorpho", group="sources")
    assert (code, said.splitlines()[0].split(",")[0]) == (0, "neuromorpho   as expected")
    upstream.misbehave(path="select", body="<html>moved</html>")
    code, said, _ = typed("probe", "neuromorpho", group="sources")
    assert (code, "POST /api/neuron/select: 1, failed: " in said) == (1, True)
    code, said, _ = typed("probe", "neuromorpho", "--json", group="sources")
    assert json.loads(said)["healthy"] is False
