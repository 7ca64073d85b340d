from clusters.charts.labels import Box, Bubble, freest, leader, place

FRAME = Box(100, 100, 200, 200)


def test_boxes_cover_the_area_that_both_have():
    assert Box(0, 0, 4, 4).overlap(Box(3, 3, 4, 4)) == 1
    assert Box(0, 0, 4, 4).overlap(Box(0, 0, 2, 2)) == 4
    assert Box(0, 0, 4, 4).overlap(Box(9, 0, 4, 4)) == 0


def test_what_leaves_the_frame_is_counted():
    assert Box(0, 100, 10, 10).outside(FRAME) == 50
    assert Box(100, 100, 10, 10).outside(FRAME) == 0


def test_the_place_that_covers_nothing_is_taken_unless_it_is_too_far():
    near, far = Box(50, 50, 10, 10), Box(150, 50, 10, 10)
    assert freest([(0, near), (99, far)], [near], FRAME) == far
    assert freest([(0, near), (101, far)], [near], FRAME) == near


def test_a_label_stands_above_its_bubble_where_there_is_room():
    [box] = place([Bubble(100, 100, 20, ("Tools", "10 jobs"))], FRAME, 10)
    assert (box.x, box.bottom) == (100, 77)


def test_a_label_at_the_top_goes_elsewhere():
    [box] = place([Bubble(100, 10, 10, ("Tools",))], FRAME, 10)
    assert box.outside(FRAME) == 0
    assert box.top >= 20


def test_the_leader_runs_from_the_bubble_s_edge_to_the_label():
    edge, near = leader(Bubble(100, 100, 20, ("Tools",)), Box(100, 40, 50, 20))
    assert edge == (100, 80)
    assert near == (100, 50)
