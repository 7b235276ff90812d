"""Pipelines that name the company and no title, and logs that know people by their number alone."""

from tests.ingest.land.landing import load

PIPELINE = (
    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
    "1C1I7A6R,Moses Frase,GTX Plus,Cancity,Won,2016-10-20,2017-03-01,1054\n"
    "Z063OYW0,Darcel Schlecht,GTXPro,,Engaging,2016-10-25,,\n"
)


def test_a_deal_is_called_by_its_company_and_one_that_names_nobody_is_set_aside(tmp_path):
    landed = load(tmp_path, PIPELINE, "sales_pipeline.csv")
    assert landed.receipt.sheet_type == "deals"
    assert landed.rows("deal_id", "name", "company", "owner") == [("1C1I7A6R", "Cancity", "Cancity", "Moses Frase")]
    ((amount, day),) = landed.rows("amount", "opened_at")
    assert (str(amount), str(day)) == ("1054.00", "2016-10-20 00:00:00")
    assert landed.receipt.set_aside == {"missing_required": 1}


def test_a_pipeline_with_neither_a_title_nor_a_company_is_asked_about(tmp_path):
    text = "Deal ID,Vorhaben,Owner,Amount,Stage\n1,Dach,Ann,100,Proposal\n"
    receipt = load(tmp_path, text, "deals.csv").receipt
    assert receipt.rows_used == 0
    assert "no column for name" in receipt.error["what"]


def test_touches_and_talks_with_time_stamps_belong_to_their_lead(tmp_path):
    touches = (
        "touch_id,lead_id,touch_timestamp,touch_type,touch_channel,touch_direction,campaign_id\n"
        "touch_1,lead_1,2024-01-17,content_download,inbound_marketing,inbound,\n"
    )
    talks = (
        "activity_id,lead_id,rep_id,activity_timestamp,activity_type,activity_outcome\n"
        "act_1,lead_1,rep_7,2024-01-30,demo,demo_completed\n"
    )
    landed = load(tmp_path, touches, "touches.csv")
    assert landed.receipt.sheet_type == "touches"
    assert landed.rows("person", "path", "action") == [("lead_1", "inbound_marketing", "content_download")]
    landed = load(tmp_path, talks, "sales_activities.csv")
    assert landed.receipt.sheet_type == "interactions"
    assert landed.rows("lead_id", "kind") == [("lead_1", "demo")]
