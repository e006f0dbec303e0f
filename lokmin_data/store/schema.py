"""The tables.  The Puskesmas comes first in every key and the year is in the key of what grows.

So that a distributed PostgreSQL can spread them by Puskesmas and partition them by year (`scale.py`).
Reports and observations are never changed after they were written; `current_value` holds, for each key, the
value of the newest accepted report, and `area_sum` the sums over the desa; both are kept within the
transaction that stores or takes back a report.  Alembic's migrations make the tables: a change here needs one.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()


def _key(name: str, kind: type = Integer) -> Column:
    return Column(name, kind, primary_key=True, autoincrement=False)


def _text(name: str) -> Column:
    return Column(name, Text, nullable=False, server_default="")


def _count(name: str, default: int = 0) -> Column:
    return Column(name, Integer, nullable=False, server_default=str(default))


def _table(name: str, *parts: Column | Index | ForeignKeyConstraint) -> Table:
    return Table(name, METADATA, *parts, sqlite_with_rowid=False)


def _of_puskesmas() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["puskesmas_id"], ["puskesmas.puskesmas_id"])


def _of_report() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["puskesmas_id", "report_id"], ["report.puskesmas_id", "report.report_id"])


# --- who and where ------------------------------------------------------------------------------------------
counter = _table("counter", _key("name", Text), Column("value", BigInteger, nullable=False))

puskesmas = _table(
    "puskesmas", _key("puskesmas_id"), _text("name"), _text("kecamatan"), _text("kabupaten"), _text("provinsi"),
    _text("code"), _text("identity"), _count("data_version", 1), _count("work_version", 1), _text("created_at"),
)  # fmt: skip

desa = _table(
    "desa", _key("puskesmas_id"), _key("desa_id"), _text("desa"), _text("code"), _text("kecamatan"),
    _count("active", 1), Column("penduduk", Double), _count("position"), _of_puskesmas(),
)  # fmt: skip

alias = _table(
    "alias", _key("puskesmas_id"), _key("folded", Text), _text("alias"), Column("desa_id", Integer, nullable=False),
    _of_puskesmas(),
)  # fmt: skip

sasaran = _table(
    "sasaran", _key("puskesmas_id"), _key("year"), _key("population", Text), _key("kind", Text), _key("sex", Text),
    _key("desa_id"), Column("value", Double, nullable=False), _text("source"), _of_puskesmas(),
)  # fmt: skip

target = _table(
    "target", _key("puskesmas_id"), _key("indicator", Text), _key("year"), Column("value", Double, nullable=False),
    _text("source"), _text("grade"), _count("confirmed"), _of_puskesmas(),
)  # fmt: skip

#: One row a thing that a Puskesmas keeps as a JSON text: ``setting``, ``indicator``, ``memory``; `key` tells them apart.
record = _table(
    "record", _key("puskesmas_id"), _key("kind", Text), _key("key", Text), _text("body"), _text("changed_at"),
    _text("changed_by"), _of_puskesmas(),
)  # fmt: skip

attachment = _table(
    "attachment", _key("puskesmas_id"), _key("kind", Text), _text("media_type"),
    Column("body", LargeBinary, nullable=False), _of_puskesmas(),
)  # fmt: skip

# --- reports and numbers ------------------------------------------------------------------------------------
report = _table(
    "report", _key("puskesmas_id"), _key("report_id"), _text("file_name"), _text("sha256"), _text("content"),
    _text("layout"), _text("programme"), _text("months"), _text("cover"), _text("problems"), _count("rows"),
    _text("status"), _text("stored_at"), _text("stored_by"), _text("undone_at"), _text("undone_by"), _of_puskesmas(),
    Index("report_by_id", "report_id"),
)  # fmt: skip

#: The parts of an observation's key after the Puskesmas, in the order of the primary keys.
OBSERVATION_KEY = ("year", "indicator", "month", "desa_id", "basis", "sex")


def _observation_key() -> list[Column]:
    kinds = {"indicator": Text, "basis": Text, "sex": Text}
    return [_key("puskesmas_id"), *(_key(name, kinds.get(name, Integer)) for name in OBSERVATION_KEY)]


def _observation_values() -> list[Column]:
    numbers = [Column(name, Double) for name in ("numerator", "denominator", "percent")]
    return [_text("level"), *numbers, _text("sheet"), _text("cell")]


observation = _table("observation", *_observation_key(), _key("report_id"), *_observation_values(), _of_report())

current_value = _table(
    "current_value", *_observation_key(), Column("report_id", Integer, nullable=False), *_observation_values(),
    Index("current_by_desa", "puskesmas_id", "desa_id", "year"),
)  # fmt: skip

area_sum = _table(
    "area_sum", _key("puskesmas_id"), _key("year"), _key("indicator", Text), _key("month"), _key("basis", Text),
    _key("sex", Text), Column("numerator", Double), Column("denominator", Double), Column("measured", Double),
    _count("areas"), Index("area_sum_by_indicator", "indicator", "year", "month"),
)  # fmt: skip

reported = _table(
    "reported", _key("puskesmas_id"), _key("year"), _key("month"), _key("programme", Text), _key("desa_id"),
    _count("rows"),
)  # fmt: skip

report_sasaran = _table(
    "report_sasaran", _key("puskesmas_id"), _key("year"), _key("population", Text), _key("sex", Text),
    _key("desa_id"), _key("report_id"), Column("value", Double, nullable=False), _text("sheet"), _text("cell"),
    _of_report(),
)  # fmt: skip

# --- work of the meeting ------------------------------------------------------------------------------------
document = _table(
    "document", _key("puskesmas_id"), _key("kind", Text), _key("key", Text), _text("body"), _count("revision", 1),
    _text("changed_at"), _text("changed_by"), _of_puskesmas(),
)  # fmt: skip


def _rtl_columns() -> list[Column]:
    return [_text("lokmin"), _text("status"), _text("selesai"), _text("body"), _text("changed_at"), _text("changed_by")]


rtl = _table("rtl", _key("puskesmas_id"), _key("rtl_id"), _count("revision", 1), *_rtl_columns(), _of_puskesmas())
rtl_history = _table(
    "rtl_history", _key("puskesmas_id"), _key("rtl_id"), _key("revision"), *_rtl_columns(), _of_puskesmas()
)

# --- people -------------------------------------------------------------------------------------------------
account = _table(
    "account", _key("account_id"), Column("name", Text, nullable=False, unique=True), _text("full_name"),
    _text("password_hash"), _count("active", 1), _count("failed"), _text("locked_until"), _text("created_at"),
)  # fmt: skip

#: puskesmas_id 0: the role holds for every Puskesmas of this database.
account_role = _table(
    "account_role", _key("account_id"), _key("puskesmas_id"), _text("role"),
    ForeignKeyConstraint(["account_id"], ["account.account_id"]),
)  # fmt: skip

login = _table(
    "login", _key("token_hash", Text), Column("account_id", Integer, nullable=False), _text("created_at"),
    _text("expires_at"), ForeignKeyConstraint(["account_id"], ["account.account_id"]),
)  # fmt: skip

audit = _table(
    "audit", _key("puskesmas_id"), _key("audit_id"), _text("at"), _text("who"), _text("what"), _text("detail"),
)  # fmt: skip

#: Names of the counters that give the ids.
COUNTERS = ("puskesmas", "desa", "report", "rtl", "account", "audit")
#: Tables of one Puskesmas' state, parents first: the order of export, import and move.
STATE_TABLES = (
    puskesmas, desa, alias, sasaran, target, record, attachment, report, observation, current_value, area_sum,
    reported, report_sasaran, document, rtl, rtl_history, audit,
)  # fmt: skip
PEOPLE_TABLES = (account, account_role, login)
