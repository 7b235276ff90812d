"""The page of one customer: chosen, searched for, and opened from a link."""

from tests.pages.conftest import open_app, said

PAGE = "pages/buyers/customer.py"


def test_it_begins_with_the_customer_who_brought_most(sample_home):
    app = open_app(PAGE, data="sample")
    assert not app.exception
    assert app.selectbox(key="customer").value == "10001"
    assert "Harborline Property Group" in said(app)


def test_a_link_opens_the_customer_it_names(sample_home):
    app = open_app(data="sample")
    app.switch_page(PAGE)
    app.query_params["customer_id"] = "10098"
    app.run()
    assert app.selectbox(key="customer").value == "10098"
    assert "Stoneshore Estates" in said(app)


def test_searching_shows_the_first_one_found_and_keeps_them_in_the_link(sample_home):
    app = open_app(PAGE, data="sample")
    app.text_input(key="search").set_value("sparrowport school").run()
    assert not app.exception
    assert app.selectbox(key="customer").value == "10241"
    assert app.query_params["customer_id"] == "10241"
    assert "Sparrowport School District" in said(app)


def test_looking_for_nobody_says_so(sample_home):
    app = open_app(PAGE, data="sample")
    app.text_input(key="search").set_value("zzzzz").run()
    assert not app.exception
    assert "Nobody has this" in said(app)


def test_lists_of_customers_lead_to_the_page(sample_home):
    app = open_app("pages/buyers/segments.py", data="sample")
    assert "Tick a row" in said(app)
