"""Raw files, read by DuckDB with every column as text, so that each fault can be named."""

from dataclasses import dataclass

from analytics.warehouse.engine import Unreadable, literal, name, one_row, reading
from analytics.warehouse.files import written_aside
from analytics.warehouse.tidy import Totals

READ_CSV = "auto_detect=false, header=true, delim=',', quote='\"', escape='\"', store_rejects=true"


@dataclass(frozen=True)
class Survey:
    """What one reading of a raw file found. `faults` counts the bad rows, fault by fault."""

    rows: int
    kept: Totals
    first_year: int | None
    last_year: int | None
    faults: list


def parquet_header(path):
    """The column names of a Parquet file. Raises Unreadable."""
    with reading() as connection:
        rows = connection.execute("SELECT * FROM read_parquet(?) LIMIT 0", [str(path)])
        return [column[0] for column in rows.description]


def raw(path, header, layout):
    """SQL of the relation `raw`: every column text, trimmed, '' where it is missing."""
    if is_parquet(path):
        source = f"read_parquet({literal(path)})"
    else:
        types = ", ".join(f"{literal(column.strip())}: 'VARCHAR'" for column in header)
        source = f"read_csv({literal(path)}, columns={{{types}}}, {READ_CSV})"
    held = [column.strip() for column in header]
    columns = ", ".join(
        f"trim(coalesce({name(column)}::VARCHAR, '')) AS {column}"
        if column in held
        else f"'' AS {column}"
        for column in layout.COLUMNS
    )
    return f"SELECT {columns} FROM {source}"


def is_parquet(path):
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def survey(path, header, layout):
    """Read the raw file once and count. Raises Unreadable with the first broken line."""
    faults = ", ".join(
        f"count(*) FILTER ({condition})" for _code, _column, condition in layout.FAULTS
    )
    with reading() as connection:
        found = one_row(
            connection,
            f"WITH raw AS ({raw(path, header, layout)}) "
            f"SELECT count(*), count(*) FILTER ({layout.KEPT}), "
            f"coalesce(sum({layout.EMPLOYMENT}) FILTER ({layout.KEPT}), 0), "
            f"coalesce(sum({layout.WAGES}) FILTER ({layout.KEPT}), 0), "
            f"min(TRY_CAST(year AS SMALLINT)), max(TRY_CAST(year AS SMALLINT)), {faults} FROM raw",
        )
        rejected = None
        if not is_parquet(path):
            rejected = connection.execute(
                "SELECT line, error_type IN ('MISSING COLUMNS', 'UNQUOTED VALUE') "
                "FROM reject_errors ORDER BY line LIMIT 1"
            ).fetchone()
    if rejected:
        raise Unreadable(*rejected)
    return Survey(found[0], Totals(*found[1:4]), *found[4:6], faults=list(found[6:]))


def first_line(path, header, layout, condition):
    """The number of the first line of the raw file that meets the condition."""
    with reading() as connection:
        return one_row(
            connection,
            f"WITH raw AS (SELECT *, row_number() OVER () + 1 AS line "
            f"FROM ({raw(path, header, layout)})) SELECT min(line) FROM raw WHERE {condition}",
        )[0]


def repeated_line(path, header, layout):
    """The number of the first line that repeats the cell of an earlier one, or None."""
    with reading() as connection:
        return one_row(
            connection,
            f"WITH raw AS (SELECT *, row_number() OVER () + 1 AS line "
            f"FROM ({raw(path, header, layout)})), "
            f"tidy AS ({layout.SELECT.replace('SELECT', 'SELECT line,', 1)} WHERE {layout.KEPT}) "
            "SELECT min(line) FROM (SELECT line FROM tidy QUALIFY row_number() OVER "
            "(PARTITION BY area, part, ownership, industry, year ORDER BY line) = 2)",
        )[0]


def write(path, header, layout, *, estimate, note):
    """Write the tidy rows of a raw file aside, in the order queries ask for them.

    `estimate` marks every row; `note` fills the rows that carry none. Returns the path.
    """
    status = "'estimate'" if estimate else "status"
    with written_aside() as aside, reading() as connection:
        connection.execute(
            f"COPY (WITH raw AS (SELECT * FROM ({raw(path, header, layout)}) WHERE {layout.KEPT}) "
            f"SELECT * REPLACE ({status} AS status, "
            f"CASE WHEN note = '' THEN {literal(note)} ELSE note END AS note) "
            f"FROM ({layout.SELECT}) "
            "ORDER BY area, year, industry, ownership, part) "
            f"TO {literal(aside)} (FORMAT parquet, COMPRESSION zstd)"
        )
    return aside
