"""When the chances of a way of predicting are good enough to be shown as such, and which check fails otherwise."""

# Graded cases, and how many of them must have happened and must not have.
LEAST_GRADED, LEAST_OF_EACH = 100, 20
SLOPES = (0.8, 1.25)
FEW, MAY_BE_LUCK, SAME_FOR_ALL, TOO_FAR_APART, TOO_CLOSE = "few", "may be luck", "same", "too far apart", "too close"


def failed_checks(graded: int, happened: int, skill_low: float, slope: float | None) -> tuple[str, ...]:
    """The checks that predictions do not pass; none: they may be shown (docs/decisions/024).

    graded, happened : cases that came later than all that was learned from, and how many of them happened.
    skill_low        : the low end of the share of the mistake that is saved.
    slope            : of the line from what was said to what came true; None where everybody was given the same.
    """
    failed = []
    if graded < LEAST_GRADED or min(happened, graded - happened) < LEAST_OF_EACH:
        failed.append(FEW)
    if skill_low <= 0:
        failed.append(MAY_BE_LUCK)
    if slope is None:
        failed.append(SAME_FOR_ALL)
    elif slope < SLOPES[0]:
        failed.append(TOO_FAR_APART)
    elif slope > SLOPES[1]:
        failed.append(TOO_CLOSE)
    return tuple(failed)
