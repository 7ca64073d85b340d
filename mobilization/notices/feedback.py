"""Letters about feedback: the Leadership Group's words go to the right team."""

from django.utils.translation import gettext as _

from mobilization.notices.plans import write


def leadership_says(feedback):
    """Tell the team's champion and convener what the Leadership Group has said."""
    team = feedback.team
    for person in {team.champion, team.convener}:
        write(
            person,
            subject=_("From the Leadership Group to your team: %(team)s") % {"team": team},
            template="leadership_says",
            page=("personal_feedback", team.pk),
            feedback=feedback,
        )
