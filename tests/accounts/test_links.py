"""Personal links: how long they live, and the page that each kind of broken one gets."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from accounts import links
from accounts.models import PersonalLink
from accounts.models.people import LINK_LIFE, signer
from tests.factories.accounts import PersonalLinkFactory, PersonFactory


@pytest.mark.django_db
class TestLife:
    def test_a_person_keeps_one_link(self):
        person = PersonFactory()

        assert links.for_person(person) == links.for_person(person)

    def test_after_it_was_revoked_there_is_a_new_one(self):
        person = PersonFactory()
        first = links.for_person(person)

        links.revoke(person=person)

        assert links.for_person(person) != first
        assert links.find(first.token).standing == PersonalLink.Standing.REVOKED

    def test_after_it_has_expired_there_is_a_new_one(self):
        person = PersonFactory()
        first = links.for_person(person)

        with time_machine.travel(timezone.now() + LINK_LIFE + timedelta(seconds=1)):
            second = links.for_person(person)

            assert second.standing == PersonalLink.Standing.OPEN
            assert links.find(first.token).standing == PersonalLink.Standing.EXPIRED

    def test_the_key_alone_opens_nothing(self):
        link = PersonalLinkFactory()

        assert links.find(link.key) is None
        assert links.find(signer.sign("never given out")) is None
        assert links.find(link.token[:-1]) is None
        assert links.find(link.token) == link

    def test_the_address_is_complete_for_a_letter(self, settings):
        settings.PUBLIC_URL = "https://clusterwise.example.org"
        link = PersonalLinkFactory()

        assert link.url() == f"https://clusterwise.example.org/r/{link.token}/"


@pytest.mark.django_db(transaction=True)
def test_of_eight_letters_at_once_all_carry_the_same_link():
    person = PersonFactory()
    everybody_ready = Barrier(8)

    def write_letter():
        try:
            everybody_ready.wait(timeout=20)
            return links.for_person(person).key
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        keys = {future.result() for future in [pool.submit(write_letter) for _ in range(8)]}

    assert len(keys) == 1


@pytest.mark.django_db
class TestPages:
    def test_an_open_link_lets_its_person_in_without_an_account(self, client):
        link = PersonalLinkFactory()

        response = client.get(f"/r/{link.token}/")

        assert response.status_code == 200
        assert link.person.name in response.content.decode()

    def test_an_unknown_link(self, client):
        response = client.get("/r/nobody.gave-this-out/")

        assert response.status_code == 404
        assert "This link is not known" in response.content.decode()

    def test_an_expired_link_says_until_when_it_was_good(self, client):
        yesterday = timezone.now() - timedelta(days=1)
        link = PersonalLinkFactory(
            made_at=yesterday - timedelta(days=9), expires_at=yesterday, person__name="Ana Muster"
        )

        response = client.get(f"/r/{link.token}/")

        assert response.status_code == 410
        assert "This link has expired" in response.content.decode()
        assert "Ana Muster" not in response.content.decode()

    def test_a_revoked_link(self, client):
        link = PersonalLinkFactory(revoked_at=timezone.now(), person__name="Ana Muster")

        response = client.get(f"/r/{link.token}/")

        assert response.status_code == 410
        assert "This link was withdrawn" in response.content.decode()
        assert "Ana Muster" not in response.content.decode()

    def test_a_link_travels_to_no_other_site(self, client):
        response = client.get(f"/r/{PersonalLinkFactory().token}/")

        assert response["Referrer-Policy"] == "same-origin"
