"""When those who leave a step are mostly poor fits, it does its job and is no leak (M12)."""

from analytics.models.funnel_steps import WHOLE_PATH, Limits, Others, Step, Verdict
from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW, fisher, wilson

# What would otherwise be said of people leaving; slow and volume are about days and numbers, not about who leaves.
ABOUT_LEAVING = ("missing_link", "leak", "healthy")
# As sure as certainty gets (decision 012): who leaks overall is likelier than others to look so among those who fit.
SURE = 0.01


def weeded(verdict: Verdict, step: Step, others: Others, limits: Limits) -> Verdict:
    """The verdict, or healthy weeding out where poor fits explain why people leave.

    A problem stands only when people who fit surely leave as well; while that cannot be told, neither can the leak.
    Source : our choice, docs/decisions/013.
    """
    if step.link_order == WHOLE_PATH or verdict.diagnosis not in ABOUT_LEAVING:
        return verdict
    poor_rate, low_rate = _poor_rate(step)
    if poor_rate <= limits.weeding_rate:
        return verdict
    is_known = step.good_count >= LISTED_BELOW and others.good_count >= COMPARED_FROM
    if low_rate > limits.weeding_rate and is_known and _go_on_when_they_fit(step, others, limits):
        return Verdict("healthy_weeding_out", verdict.compared_with)
    if verdict.diagnosis == "healthy" or is_known and _leave_though_they_fit(step, others):
        return verdict
    return Verdict("cant_tell", "those who fit")


def _poor_rate(step: Step) -> tuple[float, float]:
    """Share of poor fits among those who left, and the low end of its range; 0 while the fit of most is unknown."""
    left = step.resolved_count - step.resolved_reached_count
    if step.known_left_count < max(LISTED_BELOW, left / 2):
        return 0.0, 0.0
    return step.poor_left_count / step.known_left_count, wilson(step.poor_left_count, step.known_left_count)[0]


def _go_on_when_they_fit(step: Step, others: Others, limits: Limits) -> bool:
    """People who fit take the step about as often as on the other paths: nothing but the fit of the others differs."""
    own, other = step.good_reached_count / step.good_count, others.good_reached_count / others.good_count
    return own >= limits.leak_ratio * other


def _leave_though_they_fit(step: Step, others: Others) -> bool:
    """Chance alone would seldom let so few of those who fit go on."""
    own, other = (step.good_reached_count, step.good_count), (others.good_reached_count, others.good_count)
    return fisher(*own, *other) <= SURE
