"""The formulas of the NAICS table, once for all who write them down.

{name} stands for a sum of the industry's cells (`indicators.naics.facts`); the other names are
those of `totals_of`, the same in every row.
"""

from django.utils.translation import gettext as _


def quotient(name, when):
    """(formula of a quotient, condition that it can be formed) from the sums of that name."""
    here, there = f"{{{name}_{when}}}", f"{{base_{name}_{when}}}"
    formed = f"ISNUMBER({here}),N({there})>0,N(total_{when})>0,N(base_total_{when})>0"
    return f"({here}/total_{when})/({there}/base_total_{when})", formed


def formulas():
    """{column: (formula, condition that it can be formed)}"""
    start, start_formed = quotient("shifted", "start")
    end, end_formed = quotient("shifted", "end")
    pay_then = "dollar_ratio*({compared_wages_start}/{compared_employment_start})"
    return {
        "growth": (
            "({compared_employment_end}/{compared_employment_start})^(1/span_years)-1",
            "N({compared_employment_start})>0",
        ),
        "lq_start": quotient("quotient", "start"),
        "lq_end": quotient("quotient", "end"),
        "lq_change": (f"{end}-{start}", f"{start_formed},{end_formed}"),
        "lq_change_relative": (
            f"({end})/({start})-1",
            f"{start_formed},{end_formed},N({{shifted_start}})>0",
        ),
        "wage_start": (
            "dollar_ratio*({wages_start}/{employment_start})",
            "N({employment_start})>0,ISNUMBER({wages_start})",
        ),
        "wage_end": (
            "{wages_end}/{employment_end}",
            "N({employment_end})>0,ISNUMBER({wages_end})",
        ),
        "wage_change": (
            f"({{compared_wages_end}}/{{compared_employment_end}})/({pay_then})-1",
            "N({compared_employment_start})>0,N({compared_wages_start})>0,"
            "N({compared_employment_end})>0",
        ),
    }


def totals_of(workings):
    """[(name, value or formula, what it is)] of what stands in every row's formula."""
    span, totals, index = workings.span, workings.totals, workings.prices
    years = {"start": span.start, "end": span.end}
    jobs = _("all covered jobs of the areas, %(year)s")
    base = _("all covered jobs of the base, %(year)s")
    price = index.title if index else _("nominal: no price index")
    return [
        ("span_years", span.end - span.start, _("years from %(start)s to %(end)s") % years),
        ("total_start", totals.start, jobs % {"year": span.start}),
        ("total_end", totals.end, jobs % {"year": span.end}),
        ("base_total_start", totals.base_start, base % {"year": span.start}),
        ("base_total_end", totals.base_end, base % {"year": span.end}),
        ("index_start", index.index(span.start) if index else 1.0, f"{price}, {span.start}"),
        ("index_end", index.index(span.end) if index else 1.0, f"{price}, {span.end}"),
        ("dollar_ratio", "=index_end/index_start", _("what a dollar of the first year is worth")),
    ]
