"""Links from a case to its proof, wherever a table, view or query shows the case."""

from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from markupsafe import Markup

if TYPE_CHECKING:  # Datasette is still being imported when it loads its plugins
    from datasette.app import Datasette

# Columns that name a case, where the row also has its case_id.
CASE_COLUMNS = ("case_id", "title", "case", "caption")


@hookimpl  # type: ignore[untyped-decorator]  # datasette ships no types
def render_cell(row: Any, value: Any, column: str, database: str, datasette: "Datasette") -> Markup | None:
    """Turn the name or number of a case into a link to every value of it with its quote."""
    if column not in CASE_COLUMNS or value is None or "case_id" not in row.keys():  # noqa: SIM118 (a row is no dict)
        return None
    case_id = row["case_id"]
    if isinstance(case_id, dict):  # a foreign key whose label Datasette has looked up
        case_id, value = case_id["value"], value["label"] if isinstance(value, dict) else value
    if case_id is None:
        return None
    address = f"{datasette.urls.database(database)}/proof_of_a_case?case_id={case_id}"
    return Markup('<a href="{}">{}</a>').format(address, value)
