"""One header to one column and one column to one header, best for the sheet as a whole."""

from analytics.ingest.recognise.sheet import Edge


def assign(found: list[Edge], wanted: frozenset[str]) -> dict[int, Edge]:
    """One column to a header and one header to a column, so that the scores add up to the most.

    wanted  : columns without which the sheet cannot be used; they weigh more than any likeness of names.
    returns : header index -> edge.
    """
    # Of two reasons for the same pair the better one: 'Email' is known by its name, not by its cells alone.
    by_pair = {(edge.column.name, edge.header_index): edge for edge in sorted(found, key=lambda each: each.score)}
    chosen = best_pairs({pair: worth(edge, wanted) for pair, edge in by_pair.items()})
    return {header: by_pair[column, header] for column, header in chosen.items()}


def worth(edge: Edge, wanted: frozenset[str]) -> float:
    return edge.score + edge.column.weight / 2 + (10.0 if edge.column.name in wanted else 0.0)


def best_pairs(weight: dict[tuple[str, int], float]) -> dict[str, int]:
    """Largest total weight, each column and each header used at most once.

    Source : the Hungarian method, Kuhn (1955), Munkres (1957).
    """
    columns = sorted({column for column, _ in weight})
    headers = sorted({header for _, header in weight})
    # A place of its own for each column, worth nothing: a column may stay without a header.
    width = len(headers) + len(columns)
    cost = [[-weight.get((column, header), -1000.0) for header in headers] + [0.0] * len(columns) for column in columns]
    owner = solve(cost, width)
    return {
        columns[row]: headers[place] for place, row in owner.items() if place < len(headers) and cost[row][place] < 0
    }


def solve(cost: list[list[float]], width: int) -> dict[int, int]:
    """Cheapest place for each row: place -> row. Shortest augmenting paths with potentials, O(rows^2 * places)."""
    row_price, place_price = [0.0] * len(cost), [0.0] * width
    owner: dict[int, int] = {}
    for start in range(len(cost)):
        slack, before, done = [float("inf")] * width, [-1] * width, [False] * width
        row, place = start, -1
        while True:
            for there in range(width):
                gap = cost[row][there] - row_price[row] - place_price[there]
                if not done[there] and gap < slack[there]:
                    slack[there], before[there] = gap, place
            nearest = min((there for there in range(width) if not done[there]), key=slack.__getitem__)
            step = slack[nearest]
            row_price[start] += step
            for there in range(width):
                if done[there]:
                    row_price[owner[there]] += step
                    place_price[there] -= step
                else:
                    slack[there] -= step
            done[nearest], place = True, nearest
            if nearest not in owner:
                break
            row = owner[nearest]
        while place != -1:
            owner[place] = owner[before[place]] if before[place] != -1 else start
            place = before[place]
    return owner
