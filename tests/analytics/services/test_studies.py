"""The register of earlier studies."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from analytics.models import Study
from analytics.services import studies
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import StudyFactory
from tests.refusals import refused

pytestmark = pytest.mark.django_db

FACTS = {
    "title": "Clusters of the valley",
    "year": 2010,
    "author": "State University",
    "link": "",
    "revision": 2007,
    "notes": "",
}


def test_a_study_is_added_with_its_codes_and_corrected():
    initiative = InitiativeFactory()
    manager = member(initiative)
    study = studies.add(initiative=initiative, by=manager, codes=["3254", "452111"], **FACTS)
    assert (study.codes, study.added_by) == (["3254", "452111"], manager)
    studies.change(study=study, by=manager, codes=["3254", "31-33"], **FACTS)
    assert Study.objects.get().codes == ["31-33", "3254"]


def test_codes_of_another_revision_are_refused_and_nothing_is_stored():
    initiative = InitiativeFactory()
    with refused("code_of_no_revision"):
        studies.add(initiative=initiative, by=member(initiative), codes=["3254", "4491"], **FACTS)
    assert not Study.objects.exists()


def test_a_study_is_there_once():
    study = StudyFactory(title=FACTS["title"], year=2010)
    manager = member(study.initiative)
    with refused("study_known"):
        studies.add(initiative=study.initiative, by=manager, codes=["3254"], **FACTS)
    assert Study.objects.count() == 1


def test_only_the_manager_keeps_the_register():
    study = StudyFactory()
    recorder = member(study.initiative, Membership.Role.RECORDER)
    for act in (
        lambda: studies.add(initiative=study.initiative, by=recorder, codes=[], **FACTS),
        lambda: studies.change(study=study, by=recorder, codes=[], **FACTS),
        lambda: studies.remove(study=study, by=recorder),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert Study.objects.get() == study
