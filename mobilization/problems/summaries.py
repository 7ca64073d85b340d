"""What is said when something about summaries cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
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
    "report_not_ready": _(
        "The summary is not checked, so there is no report for the Leadership Group yet. Nothing "
        "was sent. Have a co-chair check it first."
    ),
    "report_all_sent": _(
        "Every member of the Leadership Group with an e-mail address has been told of this report, "
        "so nothing was sent twice. Members without an address get it on paper."
    ),
    "summary_all_sent": _(
        "Everybody with an e-mail address has been sent this summary, so nothing was sent twice. "
        "People without an address get it on paper."
    ),
}
