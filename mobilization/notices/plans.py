"""Letters about plans: to the Leadership Group's co-chairs, and back to the team."""

from django.utils.translation import gettext as _

from accounts import links
from core import mail
from mobilization.models import LeadershipSeat


def plan_waits(plan):
    """Tell the Leadership Group's co-chairs that the plan waits for the group's decision."""
    write_to_co_chairs(
        plan,
        subject=_("A plan waits for your decision: %(title)s"),
        template="plan_waits",
        page="personal_decision",
    )


def plan_waits_no_more(plan):
    """Tell them that it was sent by mistake and waits for nothing."""
    write_to_co_chairs(
        plan,
        subject=_("No decision is needed yet: %(title)s"),
        template="plan_waits_no_more",
        page="personal_plan",
    )


def write_to_co_chairs(plan, *, subject, template, page):
    seats = LeadershipSeat.objects.filter(person__initiative=plan.initiative, is_co_chair=True)
    for seat in seats.select_related("person"):
        write(
            seat.person,
            subject=subject % {"title": plan.title},
            template=template,
            page=(page, plan.pk),
            plan=plan,
        )


def plan_decided(decision):
    """Tell the team's champion and convener what the Leadership Group has decided."""
    plan = decision.version.plan
    subject = (
        _("Approved: %(title)s")
        if decision.kind == decision.Kind.APPROVED
        else _("Withheld with conditions: %(title)s")
    )
    for person in {plan.team.champion, plan.team.convener}:
        write(
            person,
            subject=subject % {"title": plan.title},
            template="plan_decided",
            page=("personal_plan", plan.pk),
            plan=plan,
            decision=decision,
        )


def write(person, *, subject, template, page, **context):
    """Send one plain letter with the person's own link; without an address there is none."""
    if not person.email:
        return
    mail.compose(
        to=person.email,
        subject=subject,
        template=f"mobilization/mail/{template}.txt",
        person=person,
        url=links.for_person(person).url(*page),
        **context,
    ).send()
