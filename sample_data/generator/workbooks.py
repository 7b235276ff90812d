"""Owns the two workbooks: banner above, total below, dates and money as real cells."""

import io
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter

from sample_data.generator import words
from sample_data.generator.days import LAST_DAY
from sample_data.generator.world import World

# Fixed, so that the same company gives the same bytes.
WRITTEN_AT = datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, 17, 0)


@dataclass(frozen=True)
class Page:
    """One sheet of a workbook: banner in the first row, header in the third, a last row of totals."""

    name: str
    banner: str
    headers: tuple[str, ...]
    rows: list[tuple]
    totals: tuple


def jobs_workbook(world: World) -> bytes:
    """The job list of the last calendar year."""
    names = {one.customer_id: one.contact.display_name for one in world.customers}
    orders = [one for one in world.orders if one.day.year == LAST_DAY.year]
    rows = [
        (
            one.order_id,
            one.day,
            one.customer_id,
            names[one.customer_id],
            one.product,
            one.owner,
            one.revenue_cents / 100,
            None if one.cost_cents is None else one.cost_cents / 100,
            one.paid,
        )
        for one in orders
    ]
    revenue = sum(one.revenue_cents for one in orders) / 100
    cost = sum(one.cost_cents or 0 for one in orders) / 100
    headers = ("Job No", "Job date", "Customer ID", "Customer", "Service", "Salesperson", "Amount", "Cost", "Paid on")
    totals = ("Total", None, None, None, None, None, revenue, cost, None)
    return _workbook([Page("Jobs 2026", f"{words.COMPANY} - Jobs 2026", headers, rows, totals)])


def feedback_workbook(world: World) -> bytes:
    """The scores on one sheet, the referral log on another."""
    return _workbook([_scores_page(world), _referrals_page(world)])


def _scores_page(world: World) -> Page:
    rows = [
        (one.day, one.customer.customer_id, one.customer.contact.display_name, one.score, "0-10", one.comment or None)
        for one in world.scores
    ]
    mean = round(sum(one.score for one in world.scores) / len(world.scores), 1)
    headers = ("Response date", "Customer ID", "Customer", "Score", "Scale", "Comment")
    totals = ("Average", None, None, mean, None, f"{len(rows)} responses")
    return Page("Feedback", f"{words.COMPANY} - How likely are you to recommend us?", headers, rows, totals)


def _referrals_page(world: World) -> Page:
    rows = [
        (
            one.referrer.customer_id,
            one.referrer.contact.display_name,
            one.lead.contact.person,
            one.asked,
            one.given,
            one.lead.lead_id,
            one.lead.customer_id,
        )
        for one in world.introductions
    ]
    headers = ("Referred by", "Referring company", "Name given", "Asked on", "Given on", "Lead ID", "Became customer")
    totals = ("Total", None, f"{len(rows)} names", None, None, None, None)
    return Page("Referrals", f"{words.COMPANY} - Referral log", headers, rows, totals)


def _workbook(pages: list[Page]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": WRITTEN_AT, "title": words.COMPANY, "comments": "Made-up sample data"})
    for page in pages:
        _write(book, page)
    book.close()
    return out.getvalue()


def _write(book: xlsxwriter.Workbook, page: Page) -> None:
    sheet = book.add_worksheet(page.name)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    money = book.add_format({"num_format": "#,##0.00"})
    sheet.write_string(0, 0, page.banner, bold)
    for column, header in enumerate(page.headers):
        sheet.write_string(2, column, header, bold)
    for number, row in enumerate([*page.rows, page.totals], start=3):
        for column, cell in enumerate(row):
            _write_cell(sheet, (number, column), cell, (day, money))


def _write_cell(sheet, place: tuple[int, int], cell, formats: tuple) -> None:
    day, money = formats
    if isinstance(cell, date):
        sheet.write_datetime(*place, datetime(cell.year, cell.month, cell.day), day)
    elif isinstance(cell, float):
        sheet.write_number(*place, cell, money)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell)
    elif cell is not None:
        sheet.write_string(*place, cell)
