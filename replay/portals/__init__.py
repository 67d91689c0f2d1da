"""Four ontology portals of one family, played from recorded answers: `/portals/<name>/...`.

What was recorded is answered as it was. A single item that was not is cut out of a recorded list; an ontology of which
no submission was recorded is played as one that has none. Of `biblioportal` nothing was recorded: it shows what was
recorded of two other portals of the family. Files to download are stand-ins that say so.
"""

from pathlib import Path

from werkzeug.wrappers import Request, Response

from replay.portals.answers import respond
from replay.portals.recordings import PORTALS, read_portal
from replay.sources import Application


def application(folder: Path) -> Application:
    """The portals over the recordings in `folder`."""
    portals = {name: read_portal(folder, name) for name in PORTALS}

    @Request.application
    def answer(request: Request) -> Response:
        raw = str(request.environ.get("RAW_URI") or request.environ["REQUEST_URI"]).split("?", 1)[0]
        name, _, rest = raw.removeprefix(request.root_path).lstrip("/").partition("/")
        if name not in portals:
            return Response(f"No portal {name!r} is played here; there are {', '.join(portals)}.\n", 404)
        return respond(portals[name], request, rest)

    return answer
