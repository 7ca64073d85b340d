"""What the holder of a personal link can do now, the next step first."""

from django.shortcuts import render

from core.access import by_personal_link
from mobilization.presenters import personal


@by_personal_link
def home(request, token):
    entries = personal.entries(request.link)
    return render(request, "mobilization/personal.html", {"entries": entries})
