import pytest

from clusters.charts.scales import Scale


def test_no_value_is_nearer_to_an_end_than_the_room():
    scale = Scale.around([-0.01, 0.03], least=0.02, room=50, start=0, end=500)
    assert scale.pixel(-0.01) == pytest.approx(50)
    assert scale.pixel(0.03) == pytest.approx(450)
    assert scale.value(scale.pixel(0.02)) == pytest.approx(0.02)


def test_a_single_value_stands_in_the_middle():
    scale = Scale.around([1], least=0.5, room=10, start=400, end=0)
    assert scale.pixel(1) == pytest.approx(200)
    assert scale.pixel(1.25) == pytest.approx(10)
