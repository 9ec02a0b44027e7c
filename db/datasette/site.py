"""The database as a site: Datasette with our titles, descriptions, facets, links and queries."""

import json
from pathlib import Path
from typing import Any

import yaml
from datasette.app import Datasette

HERE = Path(__file__).parent

# Where a reader begins; the page of each is named after it.
DOORS = ("cases_flat", "events_flat", "plaintiffs", "defendants", "evidence", "articles", "fetches")


def site(database: Path) -> Datasette:
    """A Datasette on the file, read only, ready to be served or asked through its `client`."""
    settings = json.loads((HERE / "settings.json").read_text(encoding="utf-8"))
    return Datasette(
        [str(database)],
        metadata=metadata(database.stem),
        settings=settings,
        static_mounts=[("assets", str(HERE / "static"))],
    )


def metadata(name: str) -> dict[str, Any]:
    """Datasette's metadata for a database of that name."""
    data: dict[str, Any] = yaml.safe_load((HERE / "metadata.yml").read_text(encoding="utf-8"))
    own = {"tables": data.pop("tables"), "queries": data.pop("queries")}
    doors = " · ".join(f'<a href="/{name}/{door}">{own["tables"][door]["title"]}</a>' for door in DOORS)
    data["description_html"] = f"<p>{data.pop('description')}</p><p>{doors}</p>"
    return {**data, "databases": {name: own}}
