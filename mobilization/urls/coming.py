"""The addresses of the answer to the call to a later meeting: `member` below
/i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import coming

member = [
    path(
        "groups/<slug:cluster>/meetings/<int:number>/desk/<int:person>/answer/",
        coming.reply_record,
        name="reply_record",
    )
]

link = [path("meetings/<int:meeting>/coming/", coming.personal_reply, name="personal_reply")]
