"""The protocol of an employer interview in eleven parts (the Guide, Part I, Step 8), our own words.

Each question has the lines that an answer needs, so that the sheets can be filled in by hand.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Question:
    """A question and how many lines its answer gets."""

    text: str
    room: int = 3

    @property
    def lines(self):
        return range(self.room)


PARTS = [
    (
        _("The company in the region"),
        [
            Question(_("How did the company begin, who founded it, and why here?"), 3),
            Question(_("What does it make or do today, and whom does it sell to?"), 3),
            Question(_("Is it new, growing or established?"), 1),
            Question(
                _(
                    "Which other firms here sell to the same customers, do similar work or need "
                    "the same skills? Who supplies it, and whom does it supply?"
                ),
                3,
            ),
            Question(
                _("Which associations, schools or agencies here does it rely on, and what for?"), 2
            ),
        ],
    ),
    (
        _("What drives change from outside"),
        [Question(_("What is changing the industry most: here, in the country, in the world?"), 4)],
    ),
    (
        _("Where the industry could go"),
        [
            Question(_("Five years from now, what would be a good picture of it in this region?")),
            Question(_("Where are the largest openings?"), 2),
            Question(_("What could it mean for the local economy, and far beyond it?"), 2),
        ],
    ),
    (
        _("What success requires"),
        [Question(_("What must be in place here for the company and its industry to succeed?"), 4)],
    ),
    (
        _("People and skills"),
        [
            Question(
                _(
                    "Which jobs does the industry create now, and which will it? What schooling "
                    "and training do they ask for?"
                )
            ),
            Question(_("How ready are the people of the region for these jobs as it grows?"), 2),
            Question(
                _(
                    "How does the company work with schools and training providers? How many of "
                    "its people come from outside the region? What should be better?"
                )
            ),
        ],
    ),
    (
        _("Infrastructure"),
        [
            Question(
                _(
                    "Which matters most: sites and buildings, transport, data lines, energy? What "
                    "works, and what has to change?"
                ),
                3,
            )
        ],
    ),
    (
        _("Innovation and new firms"),
        [
            Question(
                _("How easy is it here to try new things and to start firms? What is missing?")
            ),
            Question(_("Which part do colleges, universities and trainers have in it?"), 2),
        ],
    ),
    (
        _("Technology, from the laboratory to the market"),
        [
            Question(_("Where here can products be researched and developed?"), 2),
            Question(_("What helps to bring them to the market?"), 2),
            Question(_("Who helps to pass technology on from one to another?"), 2),
        ],
    ),
    (
        _("Quality of life"),
        [Question(_("What about life here matters to the company, and what to you yourself?"), 3)],
    ),
    (
        _("Rules and taxes"),
        [Question(_("Which rules, permits or taxes make it harder to succeed here?"), 3)],
    ),
    (
        _("Anything else"),
        [Question(_("What else would the company need, and whom else should we ask?"), 3)],
    ),
]
