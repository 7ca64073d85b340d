"""Receipts of forms: a phone that did not hear the answer sends again, and it counts once."""

from django.db import models
from django.utils import timezone


class Receipt(models.Model):
    """A form of a person that was taken, by the key that the phone gave it."""

    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="receipts")
    key = models.CharField(max_length=32)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="form_taken_once")]

    @property
    def initiative(self):
        return self.person.initiative
