"""`python -m replay --recordings DIR --port P`: plays all sources until it is ended."""

import argparse
from pathlib import Path

from replay.server import Upstream


def main() -> None:
    parser = argparse.ArgumentParser(description="Plays recorded sources over HTTP.")
    parser.add_argument("--recordings", type=Path, required=True)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--log", type=Path, help="append every request to this file, a JSON line each")
    given = parser.parse_args()
    upstream = Upstream(given.recordings, host=given.host, port=given.port, log=given.log)
    print(f"playing {given.recordings} at {upstream.url}", flush=True)
    upstream.serve()


if __name__ == "__main__":
    main()
