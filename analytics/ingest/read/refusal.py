"""The error for a file that is no spreadsheet."""

from analytics.errors import UnsupportedFile

EXPORT = "Export it again as CSV or Excel (xlsx), then upload that file."


def refusal(name: str, what: str) -> UnsupportedFile:
    """The error for a file that is no spreadsheet."""
    return UnsupportedFile(what=f"'{name}' is {what}, not a spreadsheet.", fix=EXPORT)
