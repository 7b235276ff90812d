"""Each check that chances have to pass before they are shown is named when it fails, and only then."""

import pytest

from analytics.models import showing


@pytest.mark.parametrize(
    ("told", "failed"),
    [
        ((100, 20, 0.01, 0.8), ()),
        ((400, 380, 0.01, 1.25), ()),
        ((99, 40, 0.01, 1.0), (showing.FEW,)),
        ((100, 81, 0.01, 1.0), (showing.FEW,)),
        ((400, 100, 0.0, 1.0), (showing.MAY_BE_LUCK,)),
        ((400, 100, 0.01, None), (showing.SAME_FOR_ALL,)),
        ((400, 100, 0.01, 0.79), (showing.TOO_FAR_APART,)),
        ((50, 10, -0.1, 1.26), (showing.FEW, showing.MAY_BE_LUCK, showing.TOO_CLOSE)),
    ],
)
def test_the_checks_that_fail_are_named(told, failed):
    assert showing.failed_checks(*told) == failed
