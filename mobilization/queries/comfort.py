"""Reading the group's comfort: totals for everybody, an answer for its own person alone."""

from django.db.models import Count


def latest(meeting):
    """The question that was asked last, or None."""
    return meeting.comforts.order_by("-pk").first()


def by_phone(comfort):
    """{level: answers by phone}"""
    counted = comfort.answers.order_by().values_list("level").annotate(count=Count("pk"))
    return dict(counted)


def by_hand(comfort):
    """{level: hands}"""
    return dict(comfort.hands.values_list("level", "count"))


def own_level(comfort, person):
    """What the person answered, or None."""
    return comfort.answers.filter(person=person).values_list("level", flat=True).first()
