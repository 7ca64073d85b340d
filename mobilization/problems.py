"""The sentences of mobilization."""

from django.utils.translation import gettext_lazy as _

from core.problems import add_to_catalogue

groups = {
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
    "seat_is_invited": _(
        "%(name)s has been sent the letter, so the seat stays and the invitation is kept. Record "
        "“Will not come” if the person is not expected any more."
    ),
}

invitations = {
    "meeting_in_the_past": _(
        "The first meeting lies in the past. Nothing was stored. Choose a day to come."
    ),
    "reply_after_meeting": _(
        "The answer is asked for after the meeting. Nothing was stored. Choose a reply-by date "
        "before it."
    ),
    "letter_missing": _(
        "There is no letter yet, so nothing was sent. Write it first; a text to start from is "
        "there."
    ),
    "letter_without_co_chair": _(
        "Nobody signs the letter: the group has no co-chair, so nothing was sent. Give one or "
        "more people a co-chair's seat first."
    ),
    "letter_without_invitee": _(
        "Nobody is on the invitation list, so nothing was sent. Add people to the list first."
    ),
    "letters_all_sent": _(
        "Everybody with an e-mail address has been sent the letter, so nothing was sent twice. "
        "People without an address get theirs on paper."
    ),
    "nobody_to_remind": _(
        "There is nobody to remind: all have answered, or were reminded within the last day. "
        "Nothing was sent."
    ),
    "not_invited_yet": _(
        "%(name)s has not been sent the letter yet. Nothing was recorded. Send it, or mark it as "
        "posted, and record the answer then."
    ),
    "letters_going_out": _(
        "The letter to %(name)s is going out at this moment, has arrived, or was put back "
        "already. Nothing was changed. Reload the list to see where it stands."
    ),
    "mail_server_away": _(
        "The mail server could not be reached; %(sent)s went out before that, and what has gone "
        "out is not sent again. Try again later, or tell whoever runs the server."
    ),
}

meetings = {
    "no_such_part": _("This meeting has no such part. Nothing was changed. Reload the page."),
    "part_not_open": _(
        "The meeting is at “%(state)s” now, where this cannot be done. Nothing was changed; "
        "what was stored before is kept. Ask a facilitator if the part should be opened again."
    ),
    "no_seat": _(
        "%(name)s has no seat in this group. Nothing was changed. Add the person to the group's "
        "list first."
    ),
    "not_checked_in": _(
        "%(name)s is not checked in to this meeting. Nothing was stored. Check in first, then "
        "send it again."
    ),
    "took_part": _(
        "%(name)s has a card or dots in this meeting, so the check-in stays. Nothing was changed."
    ),
    "no_such_code": _(
        "No open meeting has this code, or too many wrong ones came from here. Nothing was stored. "
        "Look at the screen again, or ask a facilitator to check you in at the desk."
    ),
    "door_is_crowded": _(
        "So many phones wait at the door that no more are let in line. Nothing was stored. Ask a "
        "facilitator to check you in at the desk."
    ),
    "guest_answered": _(
        "Somebody else has answered %(name)s already. Nothing was changed. Look at the list."
    ),
    "has_a_phone": _(
        "%(name)s is in this meeting with a phone already, so nobody else was let in under this "
        "name. If that phone joined by the code, take it back first; else type card and dots "
        "from paper."
    ),
    "of_another_meeting": _(
        "This belongs to another meeting. Nothing was changed. Reload the page."
    ),
}

agendas = {
    "no_such_change": _("An agenda cannot be changed like that. Nothing was stored."),
    "agenda_empty": _(
        "An agenda needs at least one item in the meeting itself. Nothing was stored, and what you "
        "typed is kept. Write an item and save again."
    ),
    "team_work_twice": _(
        "The work of the teams stands twice in the agenda. Nothing was stored, and what you typed "
        "is kept. Keep one of the two and save again."
    ),
    "agenda_edited_meanwhile": _(
        "Somebody else stored this agenda while you were writing. Nothing of theirs was changed, "
        "and what you typed is kept below. Compare the two, carry over what you want to keep, and "
        "save again."
    ),
}

cards = {
    "card_from_phone": _(
        "%(name)s wrote this card on a phone, and it is kept as it is. Ask them to change it there."
    ),
    "list_has_changed": _(
        "The list has changed meanwhile. Nothing was filed. Reload the page and choose again."
    ),
    "line_is_empty": _("This line of the card is empty. Nothing was added to the list."),
    "requirement_listed": _(
        "This requirement is on the list already: “%(text)s”. Nothing was changed. Use “Already "
        "said” for a further card, or choose other words."
    ),
    "requirement_has_dots": _(
        "There are dots on “%(text)s”, so it stays on the list. You can change its words."
    ),
}

votes = {
    "no_dots_left": _(
        "All four dots are placed, and they are kept. Take one back before you place another."
    ),
}

ballot_codes = {
    "ballot_code_unknown": _(
        "No ballot of this meeting bears the code “%(typed)s”. Nothing was stored. Read it again "
        "from the paper; a ballot without a code is typed in from the list of people."
    ),
    "ballot_entered_already": _(
        "%(who)s has typed in the ballot of %(name)s already, and it is kept. Nothing was stored "
        "twice. To correct it, open the paper ballot of %(name)s from the list of people."
    ),
}

priorities = {
    "priority_name_taken": _(
        "There is a priority area called “%(name)s” already. Nothing was changed. Choose another "
        "name, or put the requirements there."
    ),
    "priority_has_team": _(
        "“%(name)s” has a team, so it stays. Nothing was changed. Undo the team first."
    ),
}

teams = {
    "no_champion": _(
        "No champion, no team: nobody was named to lead, so no team was formed and the area stays "
        "open. Ask the room again, or go on to the next area."
    ),
    "no_convener": _("Name who calls the team together. No team was formed yet."),
    "team_formed": _(
        "“%(name)s” has a team already, and it is kept. Nothing was changed. Change that team."
    ),
    "leads_the_team": _(
        "%(name)s is the team's champion or convener. Nothing was changed. Name somebody else in "
        "that place first."
    ),
    "team_not_open": _(
        "Nobody can join “%(name)s” here: either Meeting 1 is still open, where people join in the "
        "room, or the team's plan was merged or disbanded. Nothing was changed."
    ),
    "team_has_plan": _(
        "The team “%(name)s” has begun its plan, so it stays. Meeting 2 can disband it."
    ),
}

plans = {
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
        "%(who)s saved version %(version)s of this plan while you were writing. Nothing of "
        "theirs was changed, and everything you typed is kept below. Compare the two, carry "
        "over what you want to keep, and save again."
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

presentations = {
    "no_presentations_here": _(
        "In Meeting 1 no team presents. Nothing was stored. Name presenters for Meetings 2 and 3."
    ),
    "presenter_not_on_team": _(
        "%(name)s is not on this team. Nothing was stored. Choose one of its members."
    ),
    "presenter_changed": _(
        "Somebody else was named to present meanwhile. Nothing was stored. Reload the page."
    ),
}

feedback = {
    "feedback_answered": _(
        "%(who)s has answered this already, and the answer is kept. Nothing was stored. Reload the "
        "page to read it."
    ),
    "feedback_stays": _(
        "This stays on the chart: it is answered, or comes from the Leadership Group, or somebody "
        "took it off already. Nothing was changed. Reload the page."
    ),
}

summaries = {
    "summary_with_co_chairs": _(
        "The summary is with the co-chairs, or checked, so its words stay as they are. Nothing was "
        "stored. Take it back first; it is then checked again."
    ),
    "summary_edited_meanwhile": _(
        "Somebody else stored this summary while you were writing. Nothing of theirs was changed, "
        "and what you typed is kept below. Compare the two, carry over what you want to keep, and "
        "save again."
    ),
    "summary_before_closing": _(
        "The meeting is not closed yet, so the summary can still change. Nothing was sent to the "
        "co-chairs. Close the meeting first."
    ),
    "summary_changed": _(
        "The summary has changed since you opened this page. Nothing was recorded. Read it as it "
        "stands now, and decide then."
    ),
    "summary_changed_since_check": _(
        "Something in the summary has changed since a co-chair checked it. Nothing was sent. Ask a "
        "co-chair to check it once more."
    ),
    "next_meeting_missing": _(
        "Meeting %(number)s has no date yet, and the summary goes out with its invitation. Nothing "
        "was sent. Plan that meeting first."
    ),
    "summary_all_sent": _(
        "Everybody with an e-mail address has been sent this summary, so nothing was sent twice. "
        "People without an address get it on paper."
    ),
}

documents = {
    "later_meeting_not_planned": _(
        "The meeting is not planned yet, so there is nothing to sum up. Nothing was made. Plan the "
        "meeting first."
    ),
    "plans_not_heard": _(
        "The teams have not been heard yet. Nothing was made. Make the summary when the meeting "
        "has come to its plans."
    ),
    "briefing_without_region": _(
        "The initiative has no region yet, so the briefing paper would have no figures. Nothing "
        "was made. Choose areas and years first."
    ),
    "briefing_without_industries": _(
        "The cluster has no industries yet. Nothing was made. Define the cluster first."
    ),
    "meeting_not_planned": _(
        "Meeting 1 is not planned yet, so there is nothing to sum up. Nothing was made. Plan the "
        "meeting first."
    ),
    "dots_not_counted": _(
        "Meeting 1 is at “%(state)s”: the dots are not counted yet, and no total leaves the room "
        "before. Nothing was made. Make the summary when the vote is over."
    ),
    "no_approved_plan": _(
        "The Leadership Group has not approved a plan of this cluster yet. Nothing was made or "
        "signed. A blueprint holds approved plans only."
    ),
    "no_statement": _(
        "The Leadership Group's statement is missing. Nothing was made. One of its co-chairs "
        "writes and signs it by personal link."
    ),
}


demo = {
    "demo_needs_an_empty_database": _(
        "This database holds initiatives or accounts already, so the demo was not loaded. "
        "Nothing was changed. Load it into an empty database."
    ),
}


add_to_catalogue(
    groups
    | invitations
    | meetings
    | agendas
    | cards
    | votes
    | ballot_codes
    | priorities
    | teams
    | plans
    | presentations
    | feedback
    | summaries
    | documents
    | demo
)
