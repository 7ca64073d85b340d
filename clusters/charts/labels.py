"""Where the labels of bubbles go, so that none covers another, a bubble or the frame.

Everything is in pixels, the origin at the top left.
"""

import math
from dataclasses import dataclass

CHARACTER, LINE = 0.6, 1.2  # width of a character and height of a line, in sizes of the font
DIRECTIONS = [math.radians(angle) for angle in (270, 90, 0, 180, 315, 225, 45, 135)]
FAR = 3  # what a pixel of that gap costs, in square pixels that the label would cover
GAPS = (3, 10, 20, 32, 46, 62, 80, 100)  # from the bubble's edge to the label


@dataclass(frozen=True)
class Box:
    """A rectangle around (x, y)."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self):
        return self.x - self.width / 2

    @property
    def right(self):
        return self.x + self.width / 2

    @property
    def top(self):
        return self.y - self.height / 2

    @property
    def bottom(self):
        return self.y + self.height / 2

    def overlap(self, other):
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(across, 0) * max(down, 0)

    def outside(self, frame):
        """The area that lies outside the frame."""
        return self.width * self.height - self.overlap(frame)


@dataclass(frozen=True)
class Bubble:
    """A circle and the lines of text that belong to it."""

    x: float
    y: float
    radius: float
    lines: tuple

    @property
    def box(self):
        return Box(self.x, self.y, 2 * self.radius, 2 * self.radius)

    def label_size(self, font):
        return max(width(line, font) for line in self.lines), LINE * font * len(self.lines)


def width(text, font):
    return CHARACTER * font * len(text)


def place(bubbles, frame, font, taken=()):
    """A Box for each bubble's label; `taken` are boxes where none may stand.

    The crowded ones choose first, each the place that is near and covers little.
    """
    crowd = sorted(bubbles, key=lambda bubble: -neighbours(bubble, bubbles))
    placed = {}
    for bubble in crowd:
        obstacles = [*taken, *placed.values(), *(other.box for other in bubbles)]
        placed[bubble] = freest(candidates(bubble, font), obstacles, frame)
    return [placed[bubble] for bubble in bubbles]


def freest(places, obstacles, frame):
    """The best of `places`, pairs of a cost and a box: what it covers is added to its cost.

    What leaves the frame counts four times.
    """

    def cost(place):
        own, box = place
        return round(own + sum(map(box.overlap, obstacles)) + 4 * box.outside(frame))

    return min(places, key=cost)[1]


def neighbours(bubble, bubbles):
    """How many bubbles are near, the nearer the more."""
    return sum(1 / (1 + math.dist((bubble.x, bubble.y), (other.x, other.y))) for other in bubbles)


def candidates(bubble, font):
    """Boxes around the bubble, the nearest first; each costs as much as it is far away."""
    width, height = bubble.label_size(font)
    for gap in GAPS:
        for angle in DIRECTIONS:
            across = bubble.radius + gap + (width / 2) * abs(math.cos(angle))
            down = bubble.radius + gap + (height / 2) * abs(math.sin(angle))
            x, y = bubble.x + across * math.cos(angle), bubble.y + down * math.sin(angle)
            yield FAR * gap, Box(x, y, width, height)


def leader(bubble, box):
    """The ends of the line from a bubble's edge to its label: two points."""
    near = (
        min(max(bubble.x, box.left), box.right),
        min(max(bubble.y, box.top), box.bottom),
    )
    away = math.dist((bubble.x, bubble.y), near)
    share = min(1, bubble.radius / away) if away else 0
    edge = (
        bubble.x + share * (near[0] - bubble.x),
        bubble.y + share * (near[1] - bubble.y),
    )
    return edge, near
