"""The canonical tables and the rows that were set aside."""


def show_tables() -> None:
    """A fold per table."""
