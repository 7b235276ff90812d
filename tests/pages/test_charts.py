"""The house look: readable in both themes, and nothing drawn in a colour of its own."""

import tomllib
from pathlib import Path

import pytest

from analytics.questions import charts, dressing
from pages.ui.shown import Drawn

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
DECORATION = {"grid"}
TEXT = {"text", "quiet", "accent"}


def _luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("meaning", sorted(set(charts.COLOUR) - DECORATION))
def test_every_colour_stands_out_from_the_page(theme, meaning):
    needed = 4.5 if meaning in TEXT else 3.0
    assert _contrast(charts.COLOURS[theme][meaning], charts.BACKGROUND[theme]) >= needed


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_charts_and_pages_share_background_text_and_accent(theme):
    page = CONFIG["theme"][theme]
    assert page["backgroundColor"] == charts.BACKGROUND[theme]
    assert page["textColor"] == charts.COLOURS[theme]["text"]
    assert page["primaryColor"] == charts.COLOURS[theme]["accent"]


def test_each_light_colour_has_one_dark_partner():
    lights = list(charts.COLOUR.values())
    assert len(set(lights)) == len(lights)


def test_a_dressed_figure_holds_no_light_colour_and_leaves_the_original_alone():
    figure = charts.new()
    figure.add_bar(x=[1, 2], y=["a", "b"], marker=charts.marker("lost"))
    figure.add_scatter(x=[1], y=[1], fill="tozeroy", fillcolor=charts.FAINT["won"], line=charts.line("won"))
    figure.add_annotation(text="here", font={"color": charts.COLOUR["quiet"]}, showarrow=False)
    before = figure.to_json()
    dark = dressing.dress(figure, "dark").to_json()
    assert figure.to_json() == before
    assert [colour for colour in (*charts.COLOUR.values(), *charts.FAINT.values()) if colour in dark] == []
    assert charts.COLOURS["dark"]["lost"] in dark


def test_opportunity_and_let_go_differ_by_more_than_colour():
    kinds = ("opportunity", "one_off", "nurture", "let_go")
    assert len({charts.SYMBOL[kind] for kind in kinds}) == 4
    assert len({charts.PATTERN[kind] for kind in kinds}) == 4


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (charts.money(214330.12), "214,330"),
        (charts.money(12.5), "12.50"),
        (charts.money(-300), "-300"),
        (charts.money(None), "unknown"),
        (charts.rate(0.434), "43%"),
        (charts.rate(0.004), "0.4%"),
        (charts.rate(0), "0%"),
        (charts.rate(0.0001), "0%"),
        (charts.rate(-0.0001), "0%"),
        (charts.rate(-0.004), "-0.4%"),
        (charts.count(1204), "1,204"),
        (charts.range_text(9213, 18432, 31044), "about 18,400 (9,210 to 31,000)"),
        (charts.rate_text(0.31, 0.43, 0.56), "43% (31% to 56%)"),
    ],
)
def test_numbers_are_written_one_way(shown, expected):
    assert shown == expected


def test_no_chart_offers_to_send_itself_away():
    assert charts.CONFIG["showSendToCloud"] is False
    assert charts.CONFIG["displaylogo"] is False


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_long_title_below_a_chart_is_broken_into_lines_that_fit_a_phone(theme):
    figure = charts.new().update_xaxes(title="Ordered again within 12 months (%)")
    title = dressing.dress(figure, theme).layout.xaxis.title.text
    assert title == "Ordered again within<br>12 months (%)"
    assert figure.layout.xaxis.title.text == "Ordered again within 12 months (%)"


def test_a_bar_with_a_range_turns_pale_so_that_the_range_is_seen():
    figure = charts.new().add_bar(x=[5], y=["Ann"], error_x={"array": [1]}, marker=charts.marker("accent"))
    bar = dressing.dress(figure, "light").data[0]
    assert bar.marker.color == charts.FAINT["accent"]
    assert bar.error_x.color == charts.COLOUR["text"]
    assert dressing.dress(figure, "dark").data[0].error_x.color == charts.COLOURS["dark"]["text"]
    assert figure.data[0].marker.color == charts.COLOUR["accent"]


def test_a_chart_of_one_day_has_that_day_on_its_axis_and_no_milliseconds():
    figure = dressing.dress(charts.new().add_scatter(x=["2026-01-11"], y=["came in"]), "light")
    assert figure.layout.xaxis.tickvals == ("2026-01-11",)
    assert figure.layout.xaxis.range == ("2025-12-12", "2026-02-10")


def test_bars_that_count_a_few_things_have_a_tick_for_each():
    few = dressing.dress(charts.new().add_bar(x=["a", "b"], y=[1, 2]), "light")
    assert few.layout.yaxis.dtick == 1
    many = dressing.dress(charts.new().add_bar(x=["a", "b"], y=[10, 20]), "light")
    shares = dressing.dress(charts.new().add_bar(x=[0.5, 1.0], y=["a", "b"], orientation="h"), "light")
    assert many.layout.yaxis.dtick is shares.layout.xaxis.dtick is None


def test_a_chart_with_nothing_but_its_axes_is_blank():
    assert Drawn(charts.new().add_bar(x=[], y=[])).is_blank
    assert Drawn(charts.new().add_scatter(x=[None], y=["a"])).is_blank
    assert not Drawn(charts.new().add_bar(x=[0], y=["a"])).is_blank


def test_a_long_name_beside_a_bar_takes_two_lines_and_keeps_its_value():
    long = "Direct ask: source Landlord association evening"
    drawing = charts.new().add_bar(x=[1, 2], y=[long, "Ads"], orientation="h").update_yaxes(type="category")
    axis = dressing.dress(drawing, "light").layout.yaxis
    assert axis.tickvals == (long, "Ads")
    assert axis.ticktext == ("Direct ask: source Landlord<br>association evening", "Ads")
    assert drawing.layout.yaxis.ticktext is None
    low = drawing.update_layout(height=150)
    assert dressing.dress(low, "light").layout.yaxis.ticktext is None


def test_asks_and_their_goal_have_a_tick_for_each_and_no_halves():
    drawing = charts.new().add_bar(x=["a", "b"], y=[1, 4]).add_scatter(x=["a", "b"], y=[2, 2])
    assert dressing.dress(drawing, "light").layout.yaxis.dtick == 1


def test_bars_on_each_other_are_few_only_where_the_whole_stack_is_short():
    drawing = charts.new().add_bar(x=["a"], y=[4]).add_bar(x=["a"], y=[3])
    assert dressing.dress(drawing, "light").layout.yaxis.dtick == 1
    assert dressing.dress(drawing.update_layout(barmode="stack"), "light").layout.yaxis.dtick is None


def test_names_in_two_levels_count_as_one_place():
    names = [["Ads", "Ads"], ["Nurturing", "Sale"]]
    drawing = charts.new().add_bar(x=[2, 1], y=names, orientation="h").add_bar(x=[1, 1], y=names, orientation="h")
    assert dressing.dress(drawing.update_layout(barmode="stack"), "light").layout.xaxis.dtick == 1


def test_a_few_months_are_named_and_their_weeks_are_not():
    few = charts.new().add_scatter(x=["2026-03-01", "2026-05-01"], y=[10, 20])
    many = charts.new().add_scatter(x=["2025-03-01", "2026-05-01"], y=[10, 20])
    assert dressing.dress(few, "light").layout.xaxis.dtick == "M1"
    assert dressing.dress(many, "light").layout.xaxis.dtick is None


def test_a_mark_on_the_edge_of_a_chart_is_drawn_whole():
    drawn = charts.new().add_scatter(x=[100], y=["a"], mode="markers").update_xaxes(range=[0, 100])
    assert dressing.dress(drawn, "dark").data[0].cliponaxis is False
    assert drawn.data[0].cliponaxis is None
