"""Linear scales between values and pixels, with room for what is drawn around a value."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """`low` stands at pixel `start`, `high` at pixel `end`."""

    low: float
    high: float
    start: int
    end: int

    @classmethod
    def around(cls, values, *, least, room, start, end):
        """A scale on which no value is nearer than `room` pixels to an end.

        The lowest and the highest value count as at least `least` apart.
        """
        low, high = min(values), max(values)
        missing = max(0, least - (high - low)) / 2
        low, high = low - missing, high + missing
        margin = (high - low) * room / (abs(end - start) - 2 * room)
        return cls(low - margin, high + margin, start, end)

    @property
    def domain(self):
        return [self.low, self.high]

    def pixel(self, value):
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def value(self, pixel):
        share = (pixel - self.start) / (self.end - self.start)
        return self.low + share * (self.high - self.low)
