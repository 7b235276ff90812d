"""The tables of the catalogue, one SQLite file per workspace."""

import sqlalchemy as sa

METADATA = sa.MetaData()
UPLOADS = sa.Table(
    "uploads",
    METADATA,
    sa.Column("sequence", sa.Integer, primary_key=True),
    sa.Column("upload_id", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("byte_count", sa.Integer, nullable=False),
    sa.Column("landed", sa.Text, nullable=False),
)
RECEIPTS = sa.Table(
    "receipts",
    METADATA,
    sa.Column("receipt_id", sa.Integer, primary_key=True),
    sa.Column("sequence", sa.ForeignKey("uploads.sequence"), nullable=False, index=True),
    sa.Column("body", sa.JSON, nullable=False),
)
VERSIONS = sa.Table(
    "versions",
    METADATA,
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("uploads", sa.JSON, nullable=False),
    sa.Column("row_counts", sa.JSON, nullable=False),
    sa.Column("checksum", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
)
STATE = sa.Table(
    "state",
    METADATA,
    sa.Column("only_row", sa.Integer, sa.CheckConstraint("only_row = 1"), primary_key=True),
    sa.Column("current_version", sa.ForeignKey("versions.version")),
    sa.Column("notice", sa.Text),
)
MAPPINGS = sa.Table(
    "mappings",
    METADATA,
    sa.Column("header_hash", sa.Text, primary_key=True),
    sa.Column("mapping", sa.JSON, nullable=False),
)
# Of each table of business choices the last row counts; the others are its history. Rows of null: as shipped.
CHOICES = sa.Table(
    "choices",
    METADATA,
    sa.Column("choice_id", sa.Integer, primary_key=True),
    sa.Column("table_name", sa.Text, nullable=False),
    sa.Column("rows", sa.JSON(none_as_null=True)),
    sa.Column("written_by", sa.Text, nullable=False),
    sa.Column("written_at", sa.DateTime, nullable=False),
)
# Only ever added to: two people who write at once lose nothing, and what is undone stays readable.
ENTRIES = sa.Table(
    "entries",
    METADATA,
    sa.Column("entry_id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("source_table", sa.Text, nullable=False),
    sa.Column("source_ref", sa.Text, nullable=False),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("value", sa.Text),
    sa.Column("note", sa.Text),
    sa.Column("written_by", sa.Text, nullable=False),
    sa.Column("written_at", sa.DateTime, nullable=False),
    sa.Column("undone_by", sa.Text),
    sa.Column("undone_at", sa.DateTime),
    sqlite_autoincrement=True,
)
