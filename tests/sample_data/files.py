"""Owns how the tests read the sample files: plain pandas, nothing of Gleaner."""

import json

import pandas as pd

from sample_data.generate import FILES_FOLDER, FOLDER

CSV = {
    "customers.csv": {"sep": ";", "encoding": "cp1252"},
    "touches-website.tsv": {"sep": "\t"},
    "campaign-report.csv": {"skiprows": 2, "skipfooter": 1, "engine": "python"},
    "leads.csv": {"encoding": "utf-8-sig"},
}


def read(name: str) -> pd.DataFrame:
    """One text file as text; empty cells are ''."""
    return pd.read_csv(FILES_FOLDER / name, dtype=str, keep_default_na=False, **CSV.get(name, {}))


def read_sheet(name: str, sheet: str) -> pd.DataFrame:
    """One sheet of a workbook without its banner and its last row."""
    return pd.read_excel(FILES_FOLDER / name, sheet_name=sheet, header=2, engine="calamine", dtype=object).iloc[:-1]


def truths() -> dict[str, dict]:
    """The expected numbers by truth."""
    told = json.loads((FOLDER / "truths.json").read_text(encoding="utf-8"))
    return {key: truth["expected"] for key, truth in told["truths"].items()}


def money(text: pd.Series) -> pd.Series:
    """Cents from $1,200.00, 1200, 1200.50 and (300.00); empty is missing."""
    digits = text.str.replace(r"[^0-9.]", "", regex=True)
    cents = (pd.to_numeric(digits) * 100).round()
    return cents.where(~text.str.startswith("("), -cents).astype("Int64")


def orders() -> pd.DataFrame:
    """All orders of the three files: order_id, customer_id, day, product, revenue, cost (cents), is_refund, paid."""
    bills = pd.concat([read("invoices-2023-2024.csv"), read("invoices-2025.csv")])
    by_email = read("customers.csv").query("`E-mail` != ''").set_index("E-mail")["Customer No"]
    jobs = read_sheet("jobs-2026.xlsx", "Jobs 2026")
    found = pd.concat(
        [
            pd.DataFrame(
                {
                    "order_id": bills["Invoice No"],
                    "customer_id": bills["Customer ID"].where(
                        bills["Customer ID"] != "", bills["E-mail"].map(by_email)
                    ),
                    "day": pd.to_datetime(bills["Invoice Date"], format="%m/%d/%Y"),
                    "product": bills["Service"],
                    "revenue": money(bills["Amount"]),
                    "cost": money(bills["Job Cost"]),
                    "paid": bills["Paid On"] != "",
                }
            ),
            pd.DataFrame(
                {
                    "order_id": jobs["Job No"],
                    "customer_id": jobs["Customer ID"].astype(str),
                    "day": pd.to_datetime(jobs["Job date"]),
                    "product": jobs["Service"],
                    "revenue": (jobs["Amount"].astype(float) * 100).round().astype("Int64"),
                    "cost": (jobs["Cost"].astype(float) * 100).round().astype("Int64"),
                    "paid": jobs["Paid on"].notna(),
                }
            ),
        ],
        ignore_index=True,
    )
    return found.assign(is_refund=found["order_id"].str.startswith("CN"))


def touches() -> pd.DataFrame:
    """Both logs: person, day, path, link (website actions by their plain meaning)."""
    crm, web = read("touches-crm.csv"), read("touches-website.tsv")
    meaning = {"viewed": "lead_generation", "gave contact": "lead_generation", "watched": "nurturing"}
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "person": crm["Contact"],
                    "day": pd.to_datetime(crm["Activity date"], format="%d %b %Y"),
                    "path": crm["Channel"],
                    "link": crm["Funnel step"],
                }
            ),
            pd.DataFrame(
                {
                    "person": web["Person"],
                    "day": pd.to_datetime(web["Timestamp"]).dt.normalize(),
                    "path": web["Channel"],
                    "link": web["Event"].map(meaning).fillna("nurturing"),
                }
            ),
        ],
        ignore_index=True,
    )


def exports() -> list[pd.DataFrame]:
    """The six pipeline exports, oldest first."""
    return [read(path.name) for path in sorted(FILES_FOLDER.glob("pipeline-*.csv"))]
