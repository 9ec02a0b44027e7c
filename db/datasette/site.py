"""The database as a site: Datasette with our titles, descriptions, facets and queries."""

import json
from pathlib import Path
from typing import Any

import yaml
from datasette.app import Datasette

HERE = Path(__file__).parent


def site(database: Path) -> Datasette:
    """A Datasette on the file, read only, ready to be served or asked through its `client`."""
    settings = json.loads((HERE / "settings.json").read_text(encoding="utf-8"))
    return Datasette([str(database)], metadata=metadata(database.stem), settings=settings)


def metadata(name: str) -> dict[str, Any]:
    """Datasette's metadata for a database of that name."""
    data: dict[str, Any] = yaml.safe_load((HERE / "metadata.yml").read_text(encoding="utf-8"))
    own = {"tables": data.pop("tables"), "queries": data.pop("queries")}
    return {**data, "databases": {name: own}}
