"""Who plays what in the demo, and the people that the start page offers to enter as."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from mobilization.demo.people import NAMES, TEAM, email_of

# Slices of NAMES: twenty-one leaders, and the groups with their co-chairs first.
LEADERS = NAMES[:21]
LEADERSHIP_CO_CHAIRS = LEADERS[:2]
SEATS = {"freight": NAMES[30:66], "vehicles": NAMES[70:104], "finance": NAMES[110:145]}
CO_CHAIRS = {"freight": 3, "vehicles": 2, "finance": 2}


@dataclass(frozen=True)
class Part:
    """A part to play: the role, what one comes to do, and whose e-mail address enters."""

    key: str
    role: str
    sentence: str
    email: str
    has_account: bool = False


def support(role, label, sentence):
    return Part(role, label, sentence, email_of(TEAM[role]), has_account=True)


PARTS = [
    support("manager", _("Project manager"), _("See where every cluster stands and what is next.")),
    support("lead_facilitator", _("Lead facilitator"), _("Run the room of Meeting 1.")),
    support("recorder", _("Recorder"), _("Enter cards and dots that come in on paper.")),
    support("administrator", _("Administrator"), _("Keep lists, letters and answers.")),
    Part(
        "leadership_co_chair",
        _("Co-chair of the Leadership Group"),
        _("Read the plans, and record the Group's decision when one waits."),
        email_of(LEADERSHIP_CO_CHAIRS[0]),
    ),
    Part(
        "leader",
        _("Member of the Leadership Group"),
        _("Read plans, briefing papers and the blueprint."),
        email_of(LEADERS[4]),
    ),
    Part(
        "co_chair",
        _("Co-chair of a cluster group"),
        _("See who comes, and the team's plan."),
        email_of(SEATS["freight"][0]),
    ),
    Part(
        "participant",
        _("Participant in the room"),
        _("Meeting 1 is going on: place four dots on the phone."),
        email_of(SEATS["vehicles"][7]),
    ),
    Part(
        "invitee",
        _("Invitee"),
        _("A letter has come: answer it."),
        email_of(SEATS["finance"][18]),
    ),
]
