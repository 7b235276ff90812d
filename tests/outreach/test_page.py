"""The page Outreach in its states: nothing loaded, no e-mail, no feedback, everybody left out, and a whole campaign."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.outreach.campaigns import campaigns
from analytics.workspace import LoadOptions, Workspace
from tests.pages.conftest import home, open_app, said
from tests.workspace.typed_reader import read_typed

__all__ = ["home"]
PAGE = "pages/buyers/outreach.py"
# Begun, then signed.
BEGUN = ["campaign", "campaign"]
EVERYBODY = "outreach-any_of-"
CUSTOMERS = "customer_id,name,first_name,email,phone,do_not_contact"
ORDERS = "order_id,customer_id,ordered_at,revenue_amount\n" + "\n".join(
    f"o{n},c{n},2026-01-{n + 10},{n}00" for n in range(1, 5)
)


@pytest.fixture
def load(home: Path, tmp_path: Path) -> Callable[..., Workspace]:
    """load(customers) loads four orders of c1 to c4 and these rows of customers, for the owner's own pages."""

    def typed(*customers: str) -> Workspace:
        place = Workspace(home / "mine", reader=read_typed)
        for name, text in (("orders.csv", ORDERS), ("customers.csv", "\n".join([CUSTOMERS, *customers]))):
            (tmp_path / name).write_text(text, encoding="utf-8")
            place.load([(name, tmp_path / name)], LoadOptions())
        return place

    return typed


def _with_everybody(**query: str) -> AppTest:
    app = open_app(PAGE, **query)
    return app.pills(key=EVERYBODY).set_value(["Every customer"]).run()


def _step(app: AppTest, name: str) -> AppTest:
    app = app.segmented_control(key="step").set_value(name).run()
    assert not app.exception and not app.error
    return app


def _click(app: AppTest, label: str) -> AppTest:
    app = next(each for each in app.button if each.label.startswith(label)).click().run()
    assert not app.exception and not app.error
    return app


def _begun(app: AppTest, name: str = "Spring") -> AppTest:
    next(each for each in app.text_input if each.label == "Name of the campaign").set_value(name)
    app = _click(app, "Begin")
    next(each for each in app.text_input if each.label == "Your name" and each.key != "who").set_value("Olga")
    return _click(app, "Keep")


def _kinds(place: Workspace) -> list[str]:
    return [entry.kind for entry in place.diary.entries()]


def test_the_people_stay_chosen_while_another_step_is_looked_at(load):
    load("c1,Ann,Ann,ann@one.example,,")
    app = _step(_step(_with_everybody(), "Letters"), "Whom")
    assert app.pills(key=EVERYBODY).value == ["Every customer"]


def test_without_a_choice_nobody_is_looked_at(load):
    load("c1,Ann,Ann,ann@x.example,1,")
    app = open_app(PAGE)
    assert not app.exception and "Choose at least one group" in said(app)
    assert [each.key for each in app.pills] == [f"outreach-{part}-" for part in ("any_of", "all_of", "none_of")]


def test_without_any_e_mail_there_is_a_phone_list_and_no_letter(load):
    load("c1,Ann,Ann,,1,", "c2,Ben,Ben,,2,", "c3,Cleo,Cleo,,,")
    app = _with_everybody()
    assert "0 people may be written to today; 4 are left out." in said(app)
    assert [tab.label for tab in app.tabs] == ["Left out (4)", "May be written to (0)", "Phone list (2)"]
    assert "There is nobody to write to" in said(_step(_begun(app), "Letters"))
    assert "No letter is ready" in said(_step(app, "Send"))


def test_when_everybody_asked_not_to_be_contacted_nothing_can_be_sent(load):
    load(*(f"c{n},Name {n},N{n},n{n}@x.example,,true" for n in range(1, 5)))
    app = _with_everybody()
    assert "Asked not to be contacted: 4" in said(app).replace("\\", "")
    assert "Everybody in this segment is left out" in said(app)


def test_without_words_or_letters_the_last_steps_say_what_it_takes(load):
    load("c1,Ann,Ann,ann@x.example,1,")
    app = open_app(PAGE)
    assert "No letter has been marked as sent yet" in said(_step(app, "Results"))
    _step(app, "Their words")
    assert "Nobody's words have been written down yet" in said(app)


def test_a_campaign_goes_from_the_segment_to_the_talk_and_every_step_back(load):
    place = load(
        "c1,Ann,Ann,ann@x.example,1,", "c2,Ben,,ben@x.example,2,", "c3,Cleo,Cleo,,3,", "c4,Dan,Dan,dan@x.example,,"
    )
    app = _begun(_with_everybody())
    assert "3 letters are ready." in said(app)
    assert "Dear Dan," in "\n".join(text.value for text in app.text)

    app = _click(_step(app, "Send"), "Mark 3 letters as sent")
    assert _kinds(place) == [*BEGUN, "sent", "sent", "sent"]
    assert "3 letters marked as sent" in said(app)

    app = _step(app, "Talks")
    assert sorted(app.selectbox(key="talk-Spring").options) == [
        "Ann (written to)",
        "Ben (written to)",
        "Cleo (to call)",
        "Dan (written to)",
    ]
    app.text_area[0].set_value("You *called* back.")
    app.text_area[2].set_value("Rosa Diaz, rosa@diaz.example")
    app = _click(app, "Write down")
    assert _kinds(place)[5:] == ["talked", "answered", "asked_for_names", "introduced"]
    assert "You \\*called\\* back" in said(app)

    app = _click(app, "Undo")
    assert _kinds(place) == [*BEGUN, "sent", "sent", "sent"]
    app = _click(_step(app, "Send"), "Undo")
    assert _kinds(place) == BEGUN
    app = _click(_step(app, "Whom"), "Take the campaign back")
    assert _kinds(place) == [] and app.selectbox(key="campaign").value == "New campaign"


def test_letters_that_wait_for_the_name_of_the_sender_alone_say_so(load):
    load("c1,Ann,Ann,ann@x.example,1,", "c2,Ben,Ben,ben@x.example,2,")
    app = _with_everybody()
    next(each for each in app.text_input if each.label == "Name of the campaign").set_value("Spring")
    assert "0 letters are ready; 2 wait for your name." in said(_click(app, "Begin"))


def test_a_new_campaign_is_signed_as_the_one_before_and_says_who_was_written_to(load):
    place = load("c1,Ann,Ann,ann@x.example,1,", "c2,Ben,Ben,,2,")
    _click(_step(_begun(_with_everybody()), "Send"), "Mark 1 letter as sent")
    app = open_app(PAGE, campaign="Spring")
    assert "1 person was written to in this campaign; nobody more may be written to today; 3 are left out." in said(app)
    assert [tab.label for tab in app.tabs][0] == "Left out (3)" and [tab.label for tab in app.tabs][
        3
    ] == "Written to (1)"
    assert "Contacted lately" not in said(app) and "No e-mail: 3. Some have" not in said(app)
    app = _with_everybody()
    next(each for each in app.text_input if each.label == "Name of the campaign").set_value("Fall")
    _click(app, "Begin")
    assert list(campaigns(place.diary.entries()).values())[0].my_name == "Olga"


def test_a_segment_is_saved_used_and_taken_back(load):
    place = load("c1,Ann,Ann,ann@x.example,1,")
    app = _with_everybody()
    app.text_input(key="name-").set_value("All of them").run()
    app = _click(app, "Save it")
    kept = [(entry.kind, entry.topic) for entry in place.diary.entries()]
    assert kept == [("segment", "All of them"), ("segment_size", "All of them")]
    assert "People in it, by the last day of the data: 4 on 2026-01-14." in said(app)
    app.pills(key=EVERYBODY).set_value([]).run()
    assert app.pills(key=EVERYBODY).value == []
    assert _click(app, "Use it").pills(key=EVERYBODY).value == ["Every customer"]
    _click(app, "Take it back")
    assert place.diary.entries() == []


def test_whoever_asks_not_to_be_contacted_is_left_out_at_once_and_that_goes_back(load):
    place = load("c1,Ann,Ann,ann@x.example,1,")
    app = _with_everybody()
    assert "1 person may be written to today" in said(app)
    app.selectbox(key="refuse-").set_value(("customers", "c1")).run()
    app = _click(app, "Write it down")
    assert _kinds(place) == ["do_not_contact"] and "0 people may be written to today" in said(app)
    app = _click(app, "Undo")
    assert _kinds(place) == [] and "1 person may be written to today" in said(app)


def test_a_campaign_of_a_name_that_is_taken_is_not_begun(load):
    place = load("c1,Ann,Ann,ann@x.example,1,")
    _begun(_with_everybody())
    app = _with_everybody()
    next(each for each in app.text_input if each.label == "Name of the campaign").set_value("Spring")
    app = next(each for each in app.button if each.label == "Begin").click().run()
    assert [error.value for error in app.error] == ["There is a campaign of that name. Type another."]
    assert _kinds(place) == BEGUN


def test_a_link_to_a_campaign_that_is_gone_opens_a_new_one(load):
    load("c1,Ann,Ann,ann@x.example,1,")
    app = open_app(PAGE, campaign="Never", step="Nonsense")
    assert not app.exception and not app.error


def test_a_letter_that_was_saved_is_the_one_that_is_looked_at(load):
    load("c1,Ann,Ann,ann@x.example,1,")
    app = _step(open_app(PAGE), "Letters")
    app.session_state["letters"] = True
    app.run()
    next(each for each in app.text_input if each.label == "Name").set_value("Short thanks")
    next(each for each in app.text_area if each.label == "Text").set_value("Dear {first_name},\n\nthank you.")
    app.session_state["letters"] = True
    app = _click(app, "Save the letter")
    assert next(each for each in app.selectbox if each.label == "Letter to edit").value == "Short thanks"
    assert next(each for each in app.text_area if each.label == "Text").value.endswith("thank you.")
