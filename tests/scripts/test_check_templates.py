import pytest

from scripts.check_templates import complaints_about


@pytest.mark.parametrize(
    "source",
    [
        '<script src="{% static "js/poll.js" %}" defer></script>',
        "{% if open %}<p>{% translate 'Open' %}</p>{% else %}<p>—</p>{% endif %}",
        "{% blocktranslate %}Four dots each.{% endblocktranslate %}",
        "{% comment %}Why it is so.{% endcomment %}{# and this #}",
        '<h1 translate="no">QCEW <b>NAICS</b></h1>',
        "<td><code>make run</code> {{ value }} %</td>",
        '<img src="x.png" alt="{% translate "Map" %}" class="{% if a %}on{% endif %}">',
        "<title>Clusterwise</title>",
        "<br>&nbsp;·&nbsp;",
    ],
)
def test_clean_templates_pass(source):
    assert complaints_about(source) == []


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<script>poll()</script>", "inline <script>: the policy blocks it"),
        ("<style>p { color: red }</style>", "inline <style>: the policy blocks it"),
        ('<p style="color: red">', "style= attribute: the policy blocks it"),
        ('<a onclick="go()">', "onclick= attribute: the policy blocks it"),
        ('<a href="javascript:go()">', "href= holds a script: the policy blocks it"),
        ("<p>Four dots</p>", "not translatable (text): Four dots"),
        ('<img alt="Map of {{ region }}">', "not translatable (alt=): Map of"),
        ('<code>ok</code><p translate="no">ok</p>Four dots', "not translatable (text): Four dots"),
    ],
)
def test_what_the_policy_blocks_or_nobody_can_translate_is_found(source, complaint):
    assert complaints_about(source) == [(1, complaint)]


def test_the_line_is_the_templates_own():
    source = "{% comment %}\none\n{% endcomment %}\n<p>\nFour dots\n</p>"

    assert [line for line, _ in complaints_about(source)] == [4]
