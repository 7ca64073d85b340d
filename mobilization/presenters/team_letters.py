"""The words of a letter that asks an absent invitee to join a team."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from accounts.models import Person
from core.times import moment
from mobilization.models import Team
from mobilization.presenters.letters import PaperLetter
from mobilization.queries import priorities
from mobilization.queries import team_invitations as lists


@dataclass(frozen=True)
class TeamCall:
    """A team's call to people who were absent. It holds names, and nobody's address."""

    team: Team
    area: str
    requirements: tuple[str, ...]
    convener: Person
    champion: str
    when: str
    place: str


def call(team):
    """The words of the team's letter as it stands now."""
    return TeamCall(
        team=team,
        area=team.priority.name,
        requirements=tuple(priorities.requirements_of(team.priority)),
        convener=team.convener,
        champion=team.champion.name,
        when=moment(team.next_date, team.initiative) if team.meets_again else "",
        place=team.next_place if team.meets_again else "",
    )


def subject(words):
    return _("%(group)s: will you join the team “%(team)s”?") % {
        "group": words.team.group,
        "team": words.team,
    }


def text(template, words, name, url):
    context = {"call": words, "name": name, "url": url}
    return render_to_string(f"mobilization/mail/{template}.txt", context).strip()


def sample(words):
    """The letter for a sample invitee, with words in the place of the link."""
    return text("team_invitation", words, _("(name)"), _("(each invitee's own link)"))


def paper_letters(team):
    """[PaperLetter] of those who are written to by post and whose links have been made."""
    words = call(team)
    return [
        PaperLetter(
            invitation.person,
            text(
                "team_invitation",
                words,
                invitation.person.name,
                link.url("team_answer", team.pk),
            ),
        )
        for invitation in lists.to_post(team)
        for link in invitation.person.open_links
    ]
