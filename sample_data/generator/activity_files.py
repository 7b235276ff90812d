"""Owns the two logs of touches, the interactions, the counts of ads and videos, and the quotas."""

from sample_data.generator import words
from sample_data.generator.counts import make_quotas
from sample_data.generator.crm import lead_email, linked_by
from sample_data.generator.days import LAST_DAY
from sample_data.generator.text import MONTHS, Sheet, Style, dollars, iso_minute, month_slashes, month_words, text_file
from sample_data.generator.touches import Touch
from sample_data.generator.world import World


def crm_log_file(world: World) -> bytes:
    """Touches that salespeople wrote down: month names, the link of the funnel beside the action."""
    ways = linked_by(world.leads)
    rows = [
        (_person(one, ways), month_words(one.at), one.path, one.action, one.link, one.content, one.lead.owner)
        for one in world.touches
        if one.log == "crm"
    ]
    headers = ("Contact", "Activity date", "Channel", "Activity", "Funnel step", "Detail", "Salesperson")
    return text_file(Sheet(headers, rows), Style())


def web_log_file(world: World) -> bytes:
    """Touches that the website saw: tabs, ISO times, no link of the funnel."""
    ways = linked_by(world.leads)
    rows = [
        (iso_minute(one.at), _person(one, ways), one.path, one.action, one.content)
        for one in world.touches
        if one.log == "web"
    ]
    return text_file(Sheet(("Timestamp", "Person", "Channel", "Event", "Page"), rows), Style("\t", line_end="\n"))


def _person(touch: Touch, ways: dict[str, str]) -> str:
    return lead_email(touch.lead, ways.get(touch.lead.lead_id, "")) or touch.lead.lead_id


def interactions_file(world: World) -> bytes:
    """Calls, meetings and e-mails about deals, month first with the time of day."""
    rows = [
        (
            one.deal.deal_id,
            f"{month_slashes(one.at)} {one.at:%H:%M}",
            one.deal.owner,
            one.kind,
            one.outcome,
            one.note,
            one.step,
            month_slashes(one.step_date),
        )
        for one in world.interactions
    ]
    headers = ("Deal ID", "Date", "Owner", "Type", "Outcome", "Notes", "Agreed step", "Agreed date")
    return text_file(Sheet(headers, rows), Style(quote_all=True))


def counts_file(world: World) -> bytes:
    """Ads and videos by month: two lines before the header and a total after, as ad tools write them."""
    rows = [
        (
            one.path,
            one.campaign,
            f"1 {MONTHS[one.month.month - 1]} {one.month.year}",
            one.impressions,
            one.clicks,
            one.video_views,
            dollars(one.spend_cents),
        )
        for one in world.counts
    ]
    spend = sum(one.spend_cents for one in world.counts)
    return text_file(
        Sheet(
            ("Channel", "Campaign", "Month", "Impressions", "Clicks", "Video views", "Spend"),
            rows,
            above=(f"Campaign report - {words.COMPANY}", f"1 Nov 2023 - {LAST_DAY.day} Oct {LAST_DAY.year}"),
            below=(f'Total: All campaigns,,,,,,"{dollars(spend)}"',),
        ),
        Style(),
    )


def quotas_file() -> bytes:
    """Quotas per salesperson and month, in dollars."""
    rows = [(name, f"{month:%Y-%m-%d}", f"${amount:,.2f}") for name, month, amount in make_quotas()]
    return text_file(Sheet(("Salesperson", "Month", "Quota"), rows), Style())
