"""Commitments that are not clear yet, in words."""

from django.utils.translation import gettext as _

from mobilization.queries import commitments as queries


def unclear(plan):
    """[one sentence for each commitment that is not clear, with the reason]"""
    return [in_words(commitment) for commitment in queries.unclear_of(plan)]


def in_words(commitment):
    reasons = []
    if commitment.due is None:
        reasons.append(_("no date"))
    if not commitment.is_with_us:
        reasons.append(_("not on the team, and has not said yes to the group"))
    return _("%(name)s, “%(text)s”: %(why)s") % {
        "name": commitment.person.name,
        "text": commitment.text,
        "why": "; ".join(reasons),
    }


def waived(note, unclear, reason):
    """What stays in the history of a plan that goes on although commitments are not clear."""
    sentence = _("Not clear yet: %(which)s. It goes on because: %(reason)s")
    words = sentence % {"which": " / ".join(unclear), "reason": reason}
    return " ".join(filter(None, [note, words if unclear else ""]))
