"""A figure as a screen shows it: in the theme of the browser, and with what only the whole drawing can tell.

Apart from charts.py, which says how a question draws; nobody but the screen dresses a figure.
"""

import re
from collections import Counter
from datetime import date, timedelta
from numbers import Real
from textwrap import wrap

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts

# Characters; what fits below the narrowest plot on a phone.
TITLE_LINE = 28
# Characters of a name beside a bar; a longer one takes two lines.
NAME_LINE = 26
# Pixels: what stands above and below the bars, and what two lines of a name need.
AROUND, TWO_LINES = 110, 32
# Bars that count no more than this get a tick for each: Plotly would put halves between them.
FEW = 5
# Pixels above a plot without a legend.
BARE_TOP = 12
_PARTNERS = {
    **{charts.COLOUR[meaning]: charts.COLOURS["dark"][meaning] for meaning in charts.MEANINGS},
    **{charts.FAINT[meaning]: charts.FAINTS["dark"][meaning] for meaning in charts.MEANINGS},
}
_FIRST_OF_MONTH = re.compile(r"\d{4}-\d{2}-01")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PALE = {charts.COLOUR[meaning]: charts.FAINT[meaning] for meaning in charts.MEANINGS}


def dress(figure: go.Figure, theme: str) -> go.Figure:
    """The same figure in the given theme, 'light' or 'dark'; the figure passed in is left as it was."""
    for step in (
        _with_short_title_lines,
        _with_names_in_two_lines,
        _with_ranges_that_show,
        _with_room_around_one_day,
        _with_each_month,
        _without_room_for_no_legend,
        _with_whole_steps,
        _with_whole_marks,
    ):
        figure = step(figure)
    if theme == "light":
        return figure
    dressed = figure.to_dict()
    layout = dressed.pop("layout", {})
    layout.pop("template", None)
    result = go.Figure(_exchange({**dressed, "layout": layout}))
    return result.update_layout(template=charts.TEMPLATES[theme])


def _with_short_title_lines(figure: go.Figure) -> go.Figure:
    # Centred below the plot, which long names push to the right edge of a phone: one long line would be cut.
    title = figure.layout.xaxis.title.text or ""
    if len(title) <= TITLE_LINE:
        return figure
    lines = -(-len(title) // TITLE_LINE)
    # A little more than an even share: else the last word gets a line of its own.
    return go.Figure(figure).update_xaxes(title_text="<br>".join(wrap(title, len(title) // lines + 4)))


def _with_names_in_two_lines(figure: go.Figure) -> go.Figure:
    # The longest name takes its room from the plot, which on a phone is then too narrow to read.
    if figure.layout.yaxis.type != "category":
        return figure
    names = list(dict.fromkeys(name for trace in figure.data for name in _known(getattr(trace, "y", None))))
    has_room = names and ((figure.layout.height or 0) - AROUND) / len(names) >= TWO_LINES
    if not has_room or not any(len(str(name)) > NAME_LINE for name in names):
        return figure
    return go.Figure(figure).update_yaxes(
        tickmode="array", tickvals=names, ticktext=[_two_lines(str(n)) for n in names]
    )


def _two_lines(name: str) -> str:
    lines = wrap(name, max(NAME_LINE, len(name) // 2 + 4))
    return "<br>".join([lines[0], " ".join(lines[1:])]) if len(lines) > 1 else name


def _without_room_for_no_legend(figure: go.Figure) -> go.Figure:
    # Streams and trees have no place in a legend, and no word for it.
    named = [trace for trace in figure.data if "showlegend" in trace and trace.showlegend is not False]
    if figure.layout.annotations or (figure.layout.showlegend is not False and len(named) > 1):
        return figure
    return go.Figure(figure).update_layout(margin_t=BARE_TOP)


def _with_ranges_that_show(figure: go.Figure) -> go.Figure:
    # A dark whisker on a bar in full colour is hardly seen: the bar turns pale, the whisker takes the colour of text.
    if not any(_ranges(bar) for bar in figure.select_traces({"type": "bar"})):
        return figure
    shown = go.Figure(figure)
    for bar in filter(_ranges, shown.select_traces({"type": "bar"})):
        if bar.marker.color in _PALE:
            bar.marker.update(color=_PALE[bar.marker.color], line={"color": bar.marker.color, "width": 1})
        for whisker in _ranges(bar):
            whisker.update(color=charts.COLOUR["text"], thickness=1.5, width=4)
    return shown


def _with_room_around_one_day(figure: go.Figure) -> go.Figure:
    # Around a single day Plotly numbers the milliseconds.
    found = {str(value)[:10] for trace in figure.data for value in _values(trace)}
    if len(found) != 1 or not _DAY.fullmatch(min(found)):
        return figure
    day = date.fromisoformat(min(found))
    month = timedelta(days=30)
    return go.Figure(figure).update_xaxes(range=[str(day - month), str(day + month)], tickvals=[str(day)])


def _with_whole_steps(figure: go.Figure) -> go.Figure:
    # Half a customer is on no axis: bars and lines that count a few things get a tick for each.
    if not figure.data or any(trace.type not in ("bar", "scatter") for trace in figure.data):
        return figure
    bars = list(figure.select_traces({"type": "bar"}))
    across = bool(bars) and bars[0].orientation == "h"
    lengths = [value for trace in figure.data for value in _known(trace.x if across else trace.y)]
    # Shares and amounts are seldom all small and whole.
    if not lengths or not all(isinstance(value, Real) and value == int(value) for value in lengths):
        return figure
    stacked = _longest_stack(bars, across) if figure.layout.barmode == "stack" else 0
    if not 0 < max(stacked, *map(abs, lengths)) <= FEW:
        return figure
    return go.Figure(figure).update_layout({"xaxis" if across else "yaxis": {"tick0": 0, "dtick": 1}})


def _with_whole_marks(figure: go.Figure) -> go.Figure:
    # A share of 100 % stands on the edge of its chart, which would cut its mark and its range in half.
    marks = {"type": "scatter", "mode": "markers"}
    return (
        go.Figure(figure).update_traces(cliponaxis=False, selector=marks)
        if any(figure.select_traces(marks))
        else figure
    )


def _longest_stack(bars: list[go.Bar], across: bool) -> float:
    found: Counter = Counter()
    for bar in bars:
        places, lengths = (bar.y, bar.x) if across else (bar.x, bar.y)
        # Names in two levels are lists in a list.
        is_deep = len(places) and isinstance(places[0], list | tuple | np.ndarray)
        for place, length in zip(zip(*places, strict=True) if is_deep else places, lengths, strict=True):
            found[place] += 0 if pd.isna(length) else abs(length)
    return max(found.values(), default=0)


def _with_each_month(figure: go.Figure) -> go.Figure:
    # Over a few months Plotly numbers the weeks.
    found = sorted({str(value)[:10] for trace in figure.data for value in _values(trace)})
    if not len(found) > 1 or not all(_FIRST_OF_MONTH.fullmatch(day) for day in found):
        return figure
    first, last = (date.fromisoformat(day) for day in (found[0], found[-1]))
    if (last.year - first.year) * 12 + last.month - first.month > FEW:
        return figure
    return go.Figure(figure).update_xaxes(dtick="M1", tickformat="%b %Y")


def _known(values: object) -> list:
    return [] if values is None else [value for value in values if pd.notna(value)]


def _values(trace: object) -> list:
    return _known(getattr(trace, "x", None))


def _ranges(bar: go.Bar) -> list:
    return [whisker for whisker in (bar.error_x, bar.error_y) if whisker.array is not None]


def _exchange(part: object) -> object:
    """The part with each light colour of this module replaced by its dark partner."""
    if isinstance(part, dict):
        return {name: _exchange(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_exchange(value) for value in part]
    return _PARTNERS.get(part, part) if isinstance(part, str) else part
