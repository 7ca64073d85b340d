"""Reading the group's comfort: totals for everybody, an answer for its own person alone."""

from collections import defaultdict

from django.db.models import Count

from mobilization.models import ComfortAnswer, Hands


def latest(meeting):
    """The question that was asked last and not withdrawn, or None."""
    return meeting.comforts.filter(withdrawn_at=None).order_by("-pk").first()


def asked(meeting):
    """[(Comfort, {level: answers by phone}, {level: hands})] of all, the withdrawn ones too."""
    phones, hands = defaultdict(dict), defaultdict(dict)
    answers = ComfortAnswer.objects.filter(comfort__meeting=meeting).order_by()
    for comfort, level, count in answers.values_list("comfort", "level").annotate(Count("pk")):
        phones[comfort][level] = count
    counted = Hands.objects.filter(comfort__meeting=meeting)
    for comfort, level, count in counted.values_list("comfort", "level", "count"):
        hands[comfort][level] = count
    return [(row, phones[row.pk], hands[row.pk]) for row in meeting.comforts.order_by("pk")]


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
