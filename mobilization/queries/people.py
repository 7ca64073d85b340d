"""The people and organisations of an initiative, with the roles that they hold."""

from django.db.models import Count, Q

from accounts.models import Organisation, Person


def of(initiative):
    """The people with their organisations, by name."""
    return Person.objects.filter(initiative=initiative).select_related("organisation")


def with_roles(people):
    """Fetches the seats that each person holds, in a fixed number of queries."""
    return people.select_related("leadership_seat").prefetch_related("seats__group__cluster")


def search(people, words):
    """Those whose name, position or organisation holds every word; never by e-mail address."""
    for word in words.split():
        people = people.filter(
            Q(name__icontains=word)
            | Q(title__icontains=word)
            | Q(organisation__name__icontains=word)
        )
    return people


def in_industry(people, code):
    """Those whose organisation is in the 4-digit industry; all where `code` is empty."""
    return people.filter(organisation__industry=code) if code else people


def without_seat(people, group):
    """Those who have no seat in the group."""
    return people.exclude(seats__group=group)


def organisations(initiative):
    """The organisations with the number of their people."""
    organisations = Organisation.objects.filter(initiative=initiative)
    return organisations.annotate(people_count=Count("people"))


def search_organisations(organisations, words):
    """Those whose name or industry code holds every word."""
    for word in words.split():
        organisations = organisations.filter(Q(name__icontains=word) | Q(industry__startswith=word))
    return organisations
