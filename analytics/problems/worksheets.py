"""What is said when something about the observations worksheet cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "worksheet_begun": _(
        "There is a round of the worksheet that is not closed yet, and only one is open at a "
        "time. Nothing was changed. Go on with that one, or close it first."
    ),
    "worksheet_moved": _(
        "This cannot be done any more: the worksheet now stands at “%(state)s”, so somebody was "
        "faster or the page was old. What was stored before is kept. Reload the page to see it."
    ),
    "joint_sheet_not_begun": _(
        "The joint sheet has not been begun, so there is nothing to read yet. Hand in your own "
        "observations and ask a facilitator to begin it."
    ),
    "nothing_handed_in": _(
        "Nobody has handed in observations, so there is nothing to join. Nothing was changed. Hand "
        "yours in first, or ask the others to."
    ),
    "joint_sheet_empty": _(
        "The joint sheet has no line yet. Nothing was changed. Take observations over, or write a "
        "line, before you close it."
    ),
    "sheet_handed_in": _(
        "Your sheet is handed in, so nothing was changed on it. As long as the joint sheet has not "
        "been begun, you can take it back, change it and hand it in again."
    ),
    "sheet_empty": _(
        "Your sheet has no observation yet, so it was not handed in. Write one first; a single "
        "sentence is enough."
    ),
    "observation_gone": _(
        "This observation was removed from your sheet in another window. Nothing was stored. "
        "Write it as a new one if it still holds."
    ),
    "nothing_chosen": _(
        "No observation was chosen, so nothing was taken over. Tick one or more of those that wait."
    ),
    "observation_taken": _(
        "Somebody has just taken over one of these observations. Nothing was changed, and nothing "
        "is in twice. Look at the joint sheet as it stands now and choose again."
    ),
    "line_gone": _(
        "This line was removed from the joint sheet meanwhile. Nothing was stored. Copy what you "
        "wrote and add it as a new line if it still holds."
    ),
    "line_edited_meanwhile": _(
        "%(who)s changed this line while you were at it. Nothing of theirs was changed, and what "
        "you typed is kept. Compare the two, carry over what you want to keep, and save again."
    ),
    "industry_not_in_table": _(
        "Not 4-digit industries of the table of %(year)s: %(codes)s. Nothing was stored, and what "
        "you typed is kept. Look the codes up in the NAICS table."
    ),
}
