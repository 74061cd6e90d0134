"""SQL stands in store/ alone, in words that SQLite and PostgreSQL understand alike."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from resellerdesk.store.engine import open_store

from architecture.sources import HOST, Literal, at, imports_of, literals, python_files, tree_of

STORE = HOST / "store"
MIGRATIONS = STORE / "migrations"
DIALECT = STORE / "dialect.py"
ELSEWHERE = [file for file in python_files(HOST) if STORE not in file.parents]

# What gives SQL away: the start of a statement, a column compared with a parameter, columns in a
# list by the alias of their table, a condition on nothing.
_STATEMENT = re.compile(
    r"\b(select\s+.+\s+from\s+\w|(insert|replace)\s+(or\s+\w+\s+)?into\s+\w|update\s+\w+\s+set\s|delete\s+from\s+\w"
    r"|(create|drop|alter)\s+(temp\s+|virtual\s+|unique\s+)?(table|index|trigger|view)\b"
    r"|pragma\s+\w|begin\s+(immediate|exclusive|deferred)|(group|order)\s+by\s+\w)",
    re.IGNORECASE | re.DOTALL,
)
_COMPARED = re.compile(r"\b\w+\s*(=|<>|<=|>=|<|>|\bis\b|\blike\b)\s*(:[a-z]\w*|\?)", re.IGNORECASE)
_BY_ALIAS = re.compile(r"^\s*[a-z]\.[a-z_]+(\s+(asc|desc))?(\s*,\s*[a-z]\.[a-z_]+.*)*\s*$")


def is_sql(text: str) -> bool:
    return any(form.search(text) for form in (_STATEMENT, _COMPARED, _BY_ALIAS))


def statements() -> Iterator[Literal]:
    """The SQL of the store that another engine has to read: not the dialect, and of the
    migrations not those that say in their name that they are SQLite's."""
    for literal in literals([file for file in python_files(STORE) if file != DIALECT]):
        if is_sql(literal.text):
            yield literal
    for file in sorted(MIGRATIONS.glob("*.sql")):
        if "_sqlite_" not in file.name:
            script = re.sub(r"--[^\n]*", "", file.read_text("utf-8"))
            yield from (Literal(file.name, part.strip()) for part in script.split(";"))


SQL = [statement for statement in statements() if statement.text]


def without_texts(sql: str) -> str:
    """A statement with what stands in single quotes left out."""
    return re.sub(r"'[^']*'", "''", sql)


def test_the_store_is_full_of_sql_and_the_checks_see_it() -> None:
    """So that no check below passes because it looks at nothing."""
    assert len(SQL) > 60
    assert all(map(is_sql, ["select a from b", "e.family = :family", "e.ends, e.reference"]))
    assert not any(map(is_sql, ["select the option that fits", "e.g. this one"]))


def test_there_is_no_sql_outside_the_store() -> None:
    assert not [f"{found.where} {found.text!r}" for found in literals(ELSEWHERE)
                if is_sql(found.text)]


def test_nothing_outside_the_store_talks_to_an_engine() -> None:
    asked = re.compile(r"\w*\.?execute(many|script)?|(db|connection|cursor)\.(query|conn)\b.*")
    calls = [
        at(file, node)
        for file in ELSEWHERE
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute) and asked.fullmatch(ast.unparse(node))
    ]
    imports = [
        where
        for file in ELSEWHERE
        for name, where in imports_of(file)
        if name.partition(".")[0] in {"sqlite3", "sqlite_utils"}
    ]
    assert not calls + imports


@pytest.mark.parametrize(
    "word",
    [
        r"\browid\b", r"\biif\s*\(", r"\bgroup_concat\b", r"\binsert\s+or\s+\w+",
        r"\breplace\s+into", r"\bmatch\b", r"==",
        r"\b(strftime|julianday|unixepoch|datetime|date|time)\s*\(", r"\bifnull\s*\(",
        r"\bjson_\w+\s*\(", r"->", r"\bglob\b", r"\bregexp\b", r"\bpragma\b", r"\bautoincrement\b",
        r"\btotal\s*\(", r"\blast_insert_rowid\b", r"\bcollate\s+nocase\b", r'"', r"`", r"\[",
        r"\btrigger\b", r"\bvirtual\b",
    ],
)
def test_no_word_is_sqlite_s_own(word: str) -> None:
    assert not [f"{sql.where} {sql.text!r}" for sql in SQL
                if re.search(word, without_texts(sql.text), re.IGNORECASE)]


def test_text_is_compared_with_a_folded_column_never_by_like_for_its_case() -> None:
    liked = [
        (sql.where, column)
        for sql in SQL
        for column in re.findall(r"(?:\w+\.)?(\w+)\s+(?:not\s+)?like\b", sql.text, re.IGNORECASE)
    ]
    assert liked
    assert not [f"{where} {column}" for where, column in liked if column != "folded"]


def nullable_columns() -> dict[str, set[str]]:
    """By table: the columns that may be null."""
    found: dict[str, set[str]] = {}
    for sql in SQL:
        if made := re.match(r"create table (\w+) \((.*)\) strict$", sql.text, re.DOTALL):
            columns = re.findall(r"^\s*(\w+) (?:text|integer|blob)\b(.*)$", made[2], re.MULTILINE)
            found[made[1]] = {
                name for name, rest in columns if not re.search("not null|primary key", rest)
            }
    return found


def orders() -> Iterator[tuple[Literal, str]]:
    """Every order that rows are asked for in, also one that is put together elsewhere."""
    for sql in SQL:
        for order in re.findall(r"order by ([^)]*?)(?:\blimit\b|\)|$)", sql.text, re.DOTALL):
            yield sql, order
        if _BY_ALIAS.match(sql.text):
            yield sql, sql.text


def test_where_nulls_come_in_an_order_is_said_out_loud() -> None:
    tables = nullable_columns()
    assert tables["price"] == {"unit_cost", "valid_to"}
    found = list(orders())
    assert len(found) > 8
    unsaid = []
    for sql, order in found:
        named = [tables[t] for t in re.findall(r"(?:from|join) (\w+)", sql.text) if t in tables]
        may_be_null = set().union(*(named or tables.values()))
        for part in order.split(","):
            column = part.split()[0].rpartition(".")[2] if part.split() else ""
            if column in may_be_null and not re.search(r"nulls (first|last)", part):
                unsaid.append(f"{sql.where} orders by {part.strip()}")
    assert not unsaid


def test_beside_group_by_stand_grouped_columns_and_aggregates_alone() -> None:
    grouped = [sql for sql in SQL if "group by" in sql.text]
    assert grouped
    bare = []
    for sql in grouped:
        for selected, keys in re.findall(
            r"select ((?:(?!select ).)*?) from (?:(?!select ).)*?group by ([\w., ]+)", sql.text,
            re.DOTALL,
        ):
            by = {key.strip() for key in keys.partition(" order ")[0].split(",")}
            for item in re.split(r",(?![^(]*\))", selected):
                is_aggregate = re.search(r"\b(max|min|sum|count|avg)\s*\(", item)
                if not is_aggregate and item.strip() not in by:
                    bare.append(f"{sql.where} selects {item.strip()}")
    assert not bare


def test_sums_are_cast() -> None:
    summed = [sql for sql in SQL if re.search(r"\bsum\s*\(", sql.text)]
    assert summed
    assert not [sql.where for sql in summed
                if not re.search(r"cast\s*\((coalesce\s*\()?sum\s*\(", sql.text)]


def test_tables_are_made_by_migrations_alone() -> None:
    made = [found for found in literals(python_files(STORE))
            if re.search(r"\b(create|drop|alter)\s+(virtual\s+)?table\b", found.text)]
    assert [found.where.partition(":")[0] for found in made] == ["resellerdesk/store/migrate.py"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    open_store(tmp_path / "desk.db")
    with closing(sqlite3.connect(tmp_path / "desk.db")) as connection:
        yield connection


def test_every_table_is_strict_and_no_column_holds_a_float(database: sqlite3.Connection) -> None:
    tables = {
        name: strict for _, name, kind, _, _, strict in database.execute("pragma table_list")
        if kind == "table" and not name.startswith("sqlite_")
    }
    assert len(tables) > 15
    assert not [name for name, strict in tables.items() if not strict]
    types = {
        f"{table}.{column[1]}": column[2].lower()
        for table in tables
        for column in database.execute(f"pragma table_info({table})")
    }
    assert not {name for name, type_ in types.items() if type_ not in {"text", "integer", "blob"}}


@pytest.mark.parametrize("table", ["event", "quote_line", "document"])
def test_what_is_kept_cannot_be_deleted_or_changed(
    database: sqlite3.Connection, table: str
) -> None:
    wanted = {f"before delete on {table}", f"before update on {table}"}
    triggers = " ".join(
        row[0] for row in database.execute("select sql from sqlite_master where type = 'trigger'")
    )
    assert not {event for event in wanted if event not in " ".join(triggers.split())}
