"""One format per column, from all its values: the formats, the macros behind them, and how one is chosen."""
