"""Leads, touches and deals to go with the made-up orders, the same bytes each time."""

from pathlib import Path

import duckdb

LEADS = """
    select
        'L' || lpad(cast(i as varchar), 7, '0') as "Lead ID",
        'Lead ' || cast(i as varchar) as "Name",
        'lead' || cast(i as varchar) || '@example.com' as "Email",
        ['networking', 'content', 'ads', 'speaking', 'referral', 'outbound', 'walk-in'][1 + i % 7] as "Path",
        'Owner ' || cast(i % 8 as varchar) as "Owner",
        strftime(date '2022-01-01' + cast((i * 104729) % 1400 as integer), '%Y-%m-%d') as "Created",
        ['property management', 'retail', 'school', 'private'][1 + i % 4] as "Industry",
        1 + (i * 31) % 9 as "Sites",
        case when i % 5 = 0 then 'C' || lpad(cast(i as varchar), 7, '0') end as "Customer ID"
    from range($leads) as numbers(i)
"""
TOUCHES = """
    select
        'L' || lpad(cast((i * 7919) % $leads as varchar), 7, '0') as "Person",
        ['networking', 'content', 'ads', 'speaking', 'referral', 'outbound', 'walk-in'][1 + i * 7919 % $leads % 7]
            as "Path",
        ['met', 'viewed', 'engaged', 'talked', 'asked'][1 + (i * 13) % 5] as "Action",
        strftime(date '2022-01-01' + cast((i * 15485863) % 1700 as integer), '%Y-%m-%d') as "Date",
        'Owner ' || cast(i % 8 as varchar) as "Owner"
    from range($leads * 10) as numbers(i)
"""
DEALS = """
    select
        'D' || cast(i as varchar) as "Deal ID",
        'Deal ' || cast(i as varchar) as "Deal name",
        'lead' || cast(i * 3 as varchar) || '@example.com' as "Email",
        'Owner ' || cast(i % 8 as varchar) as "Owner",
        cast(1000 + (i * 15485863) % 50000 as decimal(18, 2)) as "Amount",
        ['Qualified', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'][1 + i % 5] as "Stage",
        strftime(date '2023-01-01' + cast((i * 104729) % 1000 as integer), '%Y-%m-%d') as "Created date"
    from range($leads // 3) as numbers(i)
"""


def people_files(folder: Path, leads: int) -> list[Path]:
    """leads.csv, touches.csv (ten a lead) and deals.csv (one for every third lead)."""
    paths = []
    for name, query in {"leads": LEADS, "touches": TOUCHES, "deals": DEALS}.items():
        path = folder / f"{name}.csv"
        duckdb.connect().sql(query, params={"leads": leads}).write_csv(str(path), header=True)
        paths.append(path)
    return paths
