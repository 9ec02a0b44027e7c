"""`biodocket serve`: the database in a browser, on this machine alone."""

from pathlib import Path

import uvicorn

from db.datasette.site import site


def serve(database: Path, port: int) -> None:
    """Serve until interrupted; a run may write meanwhile."""
    uvicorn.run(site(database).app(), host="127.0.0.1", port=port, log_level="info", lifespan="on")
