"""Finds in templates what the Content-Security-Policy would block and what nobody can translate.

usage: python scripts/check_templates.py FOLDER...

Refused: inline scripts and styles, `on…=` and `style=` attributes, `javascript:` addresses, and
words outside {% translate %} and {% blocktranslate %}. Content of <code>, and of elements marked
`translate="no"`, is not for translation.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

READ_ALOUD = {"alt", "aria-label", "aria-description", "label", "placeholder", "title"}
VOID = set("area base br col embed hr img input link meta source track wbr".split())
# The product's own name is the same in every language.
NAME = "Clusterwise"
WORD = re.compile(r"[^\W\d_]{2,}")
# Stands where a template tag stood, so that line numbers and attributes stay whole.
GAP = "\u2060"
SILENT = {
    "comment": "endcomment",
    "blocktranslate": "endblocktranslate",
    "blocktrans": "endblocktrans",
}


class Page(HTMLParser):
    """Collects (line, complaint) from one template without its tags."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.complaints = []

    def complain(self, text):
        self.complaints.append((self.getpos()[0], text))

    def handle_startendtag(self, tag, attributes):
        attributes = dict(attributes)
        self.check_policy(tag, attributes)
        for name in READ_ALOUD & attributes.keys():
            self.check_words(attributes[name] or "", f"{name}=")

    def handle_starttag(self, tag, attributes):
        self.handle_startendtag(tag, attributes)
        if tag not in VOID:
            attributes = dict(attributes)
            quiet = tag in {"code", "script", "style"} or attributes.get("translate") == "no"
            self.open.append((tag, quiet))

    def handle_endtag(self, tag):
        while self.open and any(name == tag for name, quiet in self.open):
            if self.open.pop()[0] == tag:
                return

    def handle_data(self, data):
        if not any(quiet for tag, quiet in self.open):
            self.check_words(data, "text")

    def check_policy(self, tag, attributes):
        if tag == "style" or (tag == "script" and "src" not in attributes):
            self.complain(f"inline <{tag}>: the policy blocks it")
        for name, value in attributes.items():
            if name == "style" or name.startswith("on"):
                self.complain(f"{name}= attribute: the policy blocks it")
            if (value or "").strip().lower().startswith("javascript:"):
                self.complain(f"{name}= holds a script: the policy blocks it")

    def check_words(self, text, where):
        if WORD.search(text.replace(NAME, "")):
            words = " ".join(text.replace(GAP, " ").split())
            self.complain(f"not translatable ({where}): {words[:60]}")


def without_tags(source):
    """The template's HTML with every tag, variable and translated block taken out."""
    parts, waiting_for = [], None
    for token in Lexer(source).tokenize():
        name = token.contents.split(maxsplit=1)[0] if token.contents.strip() else ""
        is_text = token.token_type == TokenType.TEXT
        if token.token_type == TokenType.BLOCK and not waiting_for and name in SILENT:
            waiting_for = SILENT[name]
        elif token.token_type == TokenType.BLOCK and name == waiting_for:
            waiting_for = None
        spoken = is_text and not waiting_for
        parts.append(token.contents if spoken else GAP + "\n" * token.contents.count("\n"))
    return "".join(parts)


def complaints_about(source):
    """[(line, complaint)] for the source of one template."""
    page = Page()
    page.feed(without_tags(source))
    page.close()
    return page.complaints


def main(folders):
    found = [
        f"{path}:{line}: {complaint}"
        for folder in folders
        for path in sorted(Path(folder).rglob("*.html"))
        for line, complaint in complaints_about(path.read_text(encoding="utf-8"))
    ]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
