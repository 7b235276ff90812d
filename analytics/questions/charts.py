"""The look of every chart: one template, colours by meaning, safe labels, and how numbers are written.

How to draw
-----------
    figure = charts.new()
    figure.add_bar(x=rows["paid"], y=[charts.label(name) for name in rows["name"]],
                   marker=charts.marker("won"), name="Won")
    return figure

A figure is built once, for the light theme. The screen then calls `dress(figure, "dark")` of dressing.py, which swaps
the template and exchanges each light colour for its dark partner. So take colours from here only (`COLOUR[...]`,
`FAINT[...]`, `marker(...)`): a colour written by hand stays as it is and fails a test.

Colour never stands alone: bars also take `PATTERN[meaning]`, points `SYMBOL[meaning]`, lines `DASH[meaning]`, and
the words are in the legend or beside the mark. Every text that comes from data goes through `label`.
The takeaway is the heading above the chart, so a figure has no title.
"""

import plotly.graph_objects as go

from analytics import labels

FONT = "Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
BACKGROUND = {"light": "#ffffff", "dark": "#12171d"}
CONFIG = {
    # The share button would upload the chart to another company's server.
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "responsive": True,
}

# meaning: (light, dark, pattern, symbol, dash). Contrast with the background: at least 3 to 1, text 4.5 to 1 (tested).
MEANINGS = {
    "accent": ("#0b6b5d", "#62d2bd", "", "circle", "solid"),
    "muted": ("#868e99", "#76818e", "", "circle-open", "dot"),
    "won": ("#15806f", "#3fb59f", "", "circle", "solid"),
    "lost": ("#b8451b", "#f08a5d", "x", "x", "dash"),
    "open": ("#2f6fb3", "#7fb2e8", "/", "diamond", "dot"),
    "unknown": ("#7b7488", "#a79fb8", ".", "circle-open", "longdash"),
    "opportunity": ("#0c7263", "#54c9b4", "", "circle", "solid"),
    "one_off": ("#a0620b", "#e5b25a", "/", "square", "dash"),
    "nurture": ("#3a6bc0", "#8ab4f5", ".", "diamond", "dot"),
    "let_go": ("#80868e", "#8f99a5", "x", "x", "longdash"),
    "healthy": ("#177a55", "#55c29a", "", "circle", "solid"),
    "missing": ("#7b3fa0", "#c79be8", "x", "star", "dash"),
    "leak": ("#b5401a", "#f28c66", "/", "triangle-down", "dash"),
    "slow": ("#956600", "#ddb14a", "-", "hourglass", "dot"),
    "volume": ("#2c6aae", "#79ade6", ".", "triangle-up", "dashdot"),
    "cant_tell": ("#767c87", "#9ba4b0", ".", "circle-open", "longdash"),
    "text": ("#10161d", "#e7ebf0", "", "circle", "solid"),
    "quiet": ("#5a6472", "#a3adb9", "", "circle", "dot"),
    "grid": ("#e4e7eb", "#2a323c", "", "circle", "solid"),
}
PATTERN = {meaning: look[2] for meaning, look in MEANINGS.items()}
SYMBOL = {meaning: look[3] for meaning, look in MEANINGS.items()}
DASH = {meaning: look[4] for meaning, look in MEANINGS.items()}


def _faint(colour: str) -> str:
    """The colour at a fifth of its strength, for ranges and areas behind a line."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.22)"


COLOURS = {
    "light": {meaning: look[0] for meaning, look in MEANINGS.items()},
    "dark": {meaning: look[1] for meaning, look in MEANINGS.items()},
}
FAINTS = {theme: {meaning: _faint(colour) for meaning, colour in found.items()} for theme, found in COLOURS.items()}
COLOUR = COLOURS["light"]
FAINT = FAINTS["light"]

label = labels.plot


def template(theme: str = "light") -> go.layout.Template:
    """The house template: transparent, quiet grid, our font, room for long names, numbers with thousands separators."""
    colour = COLOURS[theme]
    axis = _axis(colour)
    layout = {
        "font": {"family": FONT, "color": colour["text"], "size": 14},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": [colour[meaning] for meaning in ("accent", "open", "one_off", "missing", "lost", "muted")],
        "xaxis": axis,
        "yaxis": {**axis, "ticklabelstandoff": 5, "title": {**axis["title"], "standoff": 18}},
        "hoverlabel": {
            "font": {"family": FONT, "size": 13, "color": colour["text"]},
            "bgcolor": BACKGROUND[theme],
            "bordercolor": colour["quiet"],
            "align": "left",
        },
        "legend": _legend(colour),
        "margin": {"l": 8, "r": 16, "t": 36, "b": 8},
        "bargap": 0.28,
        "separators": ".,",
        "dragmode": False,
    }
    return go.layout.Template(layout=layout)


def _axis(colour: dict[str, str]) -> dict:
    return {
        "gridcolor": colour["grid"],
        "linecolor": colour["grid"],
        "zerolinecolor": colour["grid"],
        "tickfont": {"color": colour["quiet"], "size": 13},
        "title": {"font": {"color": colour["quiet"], "size": 13}},
        "automargin": True,
        "separatethousands": True,
    }


def _legend(colour: dict[str, str]) -> dict:
    return {
        "orientation": "h",
        "y": 1.0,
        "yanchor": "bottom",
        # A hair beyond the plot: else names wrap at its width, and on a phone each takes a line of its own.
        "x": -0.001,
        "xanchor": "left",
        # As the bars stand in their stack, from the axis outwards.
        "traceorder": "normal",
        "font": {"color": colour["text"], "size": 13},
    }


TEMPLATES = {theme: template(theme) for theme in COLOURS}


def new(theme: str = "light", height: int = 380) -> go.Figure:
    """An empty figure in the house look; `height` in pixels, the width follows the page."""
    return go.Figure(layout={"template": TEMPLATES[theme], "height": height, "autosize": True})


def marker(meaning: str) -> dict:
    """Colour and pattern of a bar that means this."""
    # A pattern in the colour itself over its faint form reads in both themes and in print.
    return {
        "color": COLOUR[meaning],
        "line": {"color": COLOUR[meaning], "width": 1},
        "pattern": {"shape": PATTERN[meaning], "fillmode": "replace", "size": 6, "solidity": 0.35},
    }


def point(meaning: str, size: float | list[float] = 10) -> dict:
    """Colour and symbol of a point that means this; `size` in pixels, of all or of each."""
    return {"color": COLOUR[meaning], "symbol": SYMBOL[meaning], "size": size, "line": {"width": 1}}


def line(meaning: str, width: float = 2.5) -> dict:
    """Colour and dash of a line that means this; `width` in pixels."""
    return {"color": COLOUR[meaning], "dash": DASH[meaning], "width": width}


def money(amount: object) -> str:
    """An amount in the reporting currency: 214,330, with cents below 100; unknown when missing."""
    if labels.plain(amount) == labels.UNKNOWN:
        return labels.UNKNOWN
    number = float(amount)
    return f"{number:,.2f}" if 0 < abs(number) < 100 else f"{number:,.0f}"


def rate(share: object) -> str:
    """A share of 0-1 as a percentage: 43%, 0.4%; unknown when missing."""
    if labels.plain(share) == labels.UNKNOWN:
        return labels.UNKNOWN
    number = float(share) * 100
    if abs(number) < 0.05:
        # A hair below nothing is nothing, not -0%.
        return "0%"
    return f"{number:.1f}%" if 0.05 <= abs(number) < 1 else f"{number:.0f}%"


def count(number: object) -> str:
    """A whole number: 1,204; unknown when missing."""
    return labels.UNKNOWN if labels.plain(number) == labels.UNKNOWN else f"{int(number):,}"


def estimate(amount: object) -> str:
    """An estimated amount to three figures, so that it does not look more exact than it is: 18,400."""
    if labels.plain(amount) == labels.UNKNOWN:
        return labels.UNKNOWN
    return money(float(f"{float(amount):.3g}"))


def range_text(low: object, likely: object, high: object) -> str:
    """An estimate of money with its range: about 18,400 (9,200 to 31,000)."""
    return f"about {estimate(likely)} ({estimate(low)} to {estimate(high)})"


def once_in(p_value: float) -> str:
    """How often chance alone would do as much: once in 40 times."""
    return "less than once in 1,000 times" if p_value < 0.001 else f"once in {1 / p_value:,.0f} times"


def rate_text(low: object, likely: object, high: object) -> str:
    """A rate with its range: 43% (31% to 56%)."""
    return f"{rate(likely)} ({rate(low)} to {rate(high)})"
