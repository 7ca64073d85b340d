"""The address of the answer to the call to a later meeting, below /r/<token>/."""

from django.urls import path

from mobilization.views import coming

member = []

link = [path("meetings/<int:meeting>/coming/", coming.personal_reply, name="personal_reply")]
