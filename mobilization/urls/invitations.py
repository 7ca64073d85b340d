"""The addresses of invitations: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import invitations

PLACE = "groups/<slug:cluster>/invitations/"

member = [
    path(PLACE, invitations.invitations, name="invitations"),
    path(f"{PLACE}letter/", invitations.letter, name="letter"),
    path(f"{PLACE}letter/preview/", invitations.letter_preview, name="letter_preview"),
    path(f"{PLACE}send/", invitations.letters_send, name="letters_send"),
    path(f"{PLACE}remind/", invitations.reminders_send, name="reminders_send"),
    path(f"{PLACE}paper/", invitations.letters_on_paper, name="letters_on_paper"),
    path(f"{PLACE}paper/posted/", invitations.letters_posted, name="letters_posted"),
    path(f"{PLACE}<int:invitation>/answer/", invitations.answer_record, name="answer_record"),
    path(f"{PLACE}<int:invitation>/again/", invitations.letter_again, name="letter_again"),
]

link = [
    path("answer/<slug:cluster>/", invitations.answer, name="answer"),
]
