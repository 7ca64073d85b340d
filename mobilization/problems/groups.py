"""What is said when something about groups cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "leader_seated": _(
        "%(name)s sits in the Leadership Group already. Nothing was changed. Look in the list."
    ),
    "reason_missing": _(
        "Say why %(cluster)s was chosen. Nothing was stored. One or two sentences are enough."
    ),
    "cluster_chosen": _(
        "%(cluster)s was chosen already. Nothing was changed. Go on with its cluster group."
    ),
    "person_of_another_initiative": _(
        "%(name)s belongs to another initiative. Nothing was stored. Add the person to this "
        "initiative's people first."
    ),
    "seated_already": _(
        "%(name)s is on the list of %(group)s already. Nothing was stored. Take the name out of "
        "your choice and send the rest again."
    ),
    "group_not_done": _(
        "%(group)s cannot be closed yet: its third meeting is still to end, or a plan waits for a "
        "decision of the meeting. Nothing was changed. Look at the group's plans."
    ),
    "seat_is_invited": _(
        "%(name)s has been sent the letter, so the seat stays and the invitation is kept. Record "
        "“Will not come” if the person is not expected any more."
    ),
    "seat_on_a_team": _(
        "%(name)s is on the team “%(about)s”, so the seat stays. Nothing was changed. Strike "
        "the name on the page of the team first; whoever leads it hands that over before."
    ),
    "seat_has_promised": _(
        "%(name)s has promised something in the plan of “%(about)s”, so the seat stays. Nothing "
        "was changed. Put somebody else there in the plan first."
    ),
    "seat_asked_to_join": _(
        "%(name)s has been asked to join the team “%(about)s”, so the seat stays. Nothing was "
        "changed. If that letter is not out yet, strike the name on the team's page first; if it "
        "is, record the answer there."
    ),
    "seat_took_part": _(
        "%(name)s took part in Meeting %(about)s, and what was written, said or chosen there names "
        "who it was, so the seat stays. Nothing was changed. Whoever comes no more is marked as "
        "excused at the check-in desk of the next meeting."
    ),
    "seat_checked_in": _(
        "%(name)s is checked in to Meeting %(about)s, or has a phone in it, so the seat stays. "
        "Nothing was changed. If that was a mistake and the meeting is open, take the phone and "
        "the check-in back first; else mark who comes no more as excused at the next meeting."
    ),
    "seat_was_taken": _(
        "Somebody came to Meeting %(about)s in the place of %(name)s, so the seat stays. Nothing "
        "was changed. If that was a mistake and the meeting is open, change it at the desk."
    ),
    "seat_gave_word": _(
        "%(name)s gave word on coming to Meeting %(about)s, and that is kept with the meeting, so "
        "the seat stays. Nothing was changed. An excuse can be undone at the desk until the "
        "meeting is over; else record that %(name)s will not come."
    ),
    "seat_has_the_summary": _(
        "%(name)s has been sent the summary of Meeting %(about)s, whose links need the seat, so it "
        "stays. Nothing was changed. Mark who comes no more as excused at the next meeting."
    ),
}
