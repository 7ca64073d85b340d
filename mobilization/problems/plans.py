"""What is said when something about plans cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "plan_not_yours": _(
        "Only the plan's own team and the support team can write it. Nothing was stored. "
        "Ask the team's convener to make the change."
    ),
    "plan_started_already": _(
        "The team “%(team)s” has started its plan already, and a team has one plan. Nothing "
        "was stored. Open the plan and edit it."
    ),
    "plan_closed": _(
        "The plan can no longer be edited: it is now “%(state)s”. What stood there is kept. "
        "If it was merged, make the change in the plan it was merged into."
    ),
    "plan_edited_meanwhile": _(
        "%(who)s saved version %(version)s of this plan while you were writing, and both of you "
        "changed the same words. Nothing is stored yet. The form below has what they saved and "
        "what you typed; where the two clash, both are shown. Decide there, and save again."
    ),
    "plan_moved_meanwhile": _(
        "While you were writing, this plan became “%(state)s”. Nothing was stored yet, and "
        "everything you typed is kept below. Read the note above the form and save again."
    ),
    "plan_edited_since": _(
        "The plan was edited after you opened this page. Nothing was recorded. Read the new "
        "version, which is shown now, and decide on that one."
    ),
    "plan_without_commitments": _(
        "The plan has no named commitment, and without one it cannot go forward. Nothing was "
        "changed. Edit the plan, write who does what by when, and send it then."
    ),
    "commitments_unclear": _(
        "Not every commitment of the plan is clear: somebody who is on the team, or has said yes "
        "to the group, does something by a day. %(which)s Nothing was changed. Write what is "
        "missing, or say why the plan goes on all the same."
    ),
    "too_many_lines": _(
        "A part of the plan has more lines than the %(most)s it may have. Nothing was "
        "stored. Keep the most important ones and save again."
    ),
    "plan_longer_than_a_page": _(
        "Even in the smallest type that can be read, the plan is longer than one page. "
        "Nothing was printed. Shorten outcomes or steps, save, and print again."
    ),
    "commitments_needed": _(
        "A plan that is with the Leadership Group, or approved by it, keeps at least one "
        "named commitment. Nothing was stored. Name who does what, and save again."
    ),
    "person_unknown": _(
        "A commitment names somebody who is not among the people of this initiative. "
        "Nothing was stored. Choose a person from the list and save again."
    ),
    "plan_not_edited_since": _(
        "The plan has not been edited since the Leadership Group withheld it. It was not "
        "sent. Meet the conditions in the plan, save it, and send it then."
    ),
    "meeting_not_deciding": _(
        "Meeting %(number)s is not at its plans now, and that is where this is decided. "
        "Nothing was changed. Open the meeting, go on to its plans, and decide there."
    ),
    "split_leaves_nothing": _(
        "Each of the two plans needs an outcome: tick at least one, and leave at least one here. "
        "Nothing was changed, and what you chose is kept."
    ),
    "split_already": _(
        "A plan called “%(title)s” was split off this area's teams already. Nothing was changed. "
        "Look at it in the list, or choose another title."
    ),
    "nothing_to_merge_into": _(
        "The group has no other plan that is open, so there is nothing to merge into. Nothing was "
        "changed. Disband the plan, or split it."
    ),
    "merge_target_elsewhere": _(
        "A plan can only be merged into another plan of the same cluster group. Nothing was "
        "changed. Choose another plan."
    ),
    "merge_target_closed": _(
        "“%(title)s” has itself been merged or disbanded, so nothing can be merged into it. "
        "Nothing was changed. Choose another plan."
    ),
    "conditions_missing": _(
        "A plan is withheld until certain conditions are met, and none was written. Nothing "
        "was recorded. Write at least one condition and record the decision again."
    ),
    "conditions_on_approval": _(
        "An approval carries no conditions. Nothing was recorded. Withhold the plan, or "
        "empty the conditions, and record the decision again."
    ),
    "nobody_present": _(
        "The decision needs the members who were present. Nothing was recorded. Mark at "
        "least one member and record the decision again."
    ),
    "not_in_leadership": _(
        "Somebody marked as present has no seat in the Leadership Group. Nothing was "
        "recorded. Reload the page and mark the members again."
    ),
}
