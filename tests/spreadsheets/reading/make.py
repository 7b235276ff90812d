"""Awkward files and the tables that a person reads in them; `python -m tests.spreadsheets.reading.make` writes them.

expected.json: file -> tables (sheet, headers, rows as [row number, cells], note codes) or the code of the error.
"""

import json

from tests.spreadsheets.reading import error_cases, export_cases, package_cases, sheet_cases, text_cases
from tests.spreadsheets.reading.cases import CASES, HERE

MAKERS = (
    text_cases.delimiters,
    text_cases.encodings,
    text_cases.short_and_wide_rows,
    text_cases.stray_marks,
    sheet_cases.banners,
    sheet_cases.several_headers,
    sheet_cases.refused,
    sheet_cases.workbooks,
    sheet_cases.odd_workbooks,
    export_cases.marks_and_encodings,
    export_cases.lines,
    export_cases.columns,
    package_cases.archives,
    package_cases.other_files,
    package_cases.sheets,
    error_cases.failed_formulas,
)

if __name__ == "__main__":
    for make in MAKERS:
        make()
    (HERE / "expected.json").write_text(json.dumps(CASES, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(CASES), "files")
