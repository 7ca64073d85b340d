import pytest

from mobilization.models import Receipt
from mobilization.services import receipts
from tests.factories.accounts import PersonFactory
from tests.races import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_sixteen_sent_at_once_one_is_done():
    person, done = PersonFactory(), []

    def send():
        return receipts.once(key="one", action=lambda by: done.append(by) or "done", by=person)

    assert sorted(map(str, race(*[send] * 16))) == ["None"] * 15 + ["done"]
    assert done == [person]
    assert Receipt.objects.count() == 1
