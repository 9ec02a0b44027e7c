"""Reliability and the expected calibration error, on claims whose figures can be reckoned by hand."""

import pytest

from nlp.calibration import expected_error, reliability


def test_reliability() -> None:
    bins = reliability([(0.95, True), (0.91, True), (0.55, False), (1.0, True)])
    assert [(b.low, b.count, b.right) for b in bins] == [(0.5, 1, 0.0), (0.9, 3, 1.0)]
    assert bins[1].confidence == pytest.approx((0.95 + 0.91 + 1.0) / 3)


@pytest.mark.parametrize(
    ("claims", "error"),
    [
        ([], 0.0),
        ([(0.5, True), (0.5, False)], 0.0),
        ([(0.9, False)], 0.9),
        ([(0.8, True)] * 8 + [(0.8, False)] * 2, 0.0),
        ([(0.8, True)] * 2 + [(0.2, True)] * 2, 0.5),
    ],
)
def test_expected_error(claims: list[tuple[float, bool]], error: float) -> None:
    assert expected_error(reliability(claims)) == pytest.approx(error)
