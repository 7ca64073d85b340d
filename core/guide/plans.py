"""Rules for plans and for the teams that write them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.guide.lights import AMBER, GREEN, RED, Advice, between


def outcomes(count):
    """A few good outcomes, quality over quantity (Part II, Step 4)."""
    sentence = ngettext(
        "The plan has %(count)d outcome; the Guide asks for a few good ones.",
        "The plan has %(count)d outcomes; the Guide asks for a few good ones.",
        count,
    )
    return Advice(between(count, 1, 3), sentence % {"count": count}, _("Part II, Step 4"))


def four_part_test(passed, total):
    """Every outcome is clear, compelling, an outcome and achievable in a year (Step 4)."""
    light = GREEN if total and passed == total else AMBER
    sentence = ngettext(
        "%(passed)d of %(total)d outcome passes all four parts of the test.",
        "%(passed)d of %(total)d outcomes pass all four parts of the test.",
        total,
    )
    figures = {"passed": passed, "total": total}
    return Advice(light, sentence % figures, _("Part II, Step 4"))


def coaching(has_facilitator, talks):
    """A facilitator goes along with each team, or it is coached by phone (Part II, Step 4)."""
    if has_facilitator:
        light, sentence = GREEN, _("A facilitator goes along with the team.")
    elif talks:
        light, sentence = GREEN, _("The team is coached; the Guide asks for phone calls at least.")
    else:
        sentence = _("Nobody coaches the team yet; the Guide asks for phone calls at least.")
        light = AMBER
    return Advice(light, sentence, _("Part II, Step 4"))


def one_page(fits):
    """The conceptual plan is one page in print (Part II, Step 4)."""
    sentence = (
        _("The conceptual plan fits on one page.")
        if fits
        else _("The conceptual plan is longer than the one page the Guide gives it.")
    )
    return Advice(GREEN if fits else RED, sentence, _("Part II, Step 4"))


def dated_steps(dated, total):
    """An action plan's steps have their dates: they are its timeline (Part II, Step 5)."""
    if not total:
        return Advice(AMBER, _("The action plan has no steps yet."), _("Part II, Step 5"))
    sentence = ngettext(
        "%(dated)d of %(total)d step has a date.",
        "%(dated)d of %(total)d steps have a date.",
        total,
    )
    light = GREEN if dated == total else AMBER
    return Advice(light, sentence % {"dated": dated, "total": total}, _("Part II, Step 5"))


def clear_commitments(count, unclear=0):
    """Without clear commitments a plan does not go forward (Part II, Step 6)."""
    sentence = ngettext(
        "The plan has %(count)d named commitment; without any it does not go forward.",
        "The plan has %(count)d named commitments; without any it does not go forward.",
        count,
    ) % {"count": count}
    if unclear:
        more = ngettext("%(unclear)d is not clear yet.", "%(unclear)d are not clear yet.", unclear)
        sentence += " " + more % {"unclear": unclear}
    light = AMBER if unclear else GREEN
    return Advice(light if count else RED, sentence, _("Part II, Step 6"))
