"""Bringing together what two people wrote on the same version of a plan.

A three-way merge over the contents of `queries.plans.content_of`: whoever left something as it
stood leaves it to the other; a line is the same line while it keeps its id.
"""

from dataclasses import dataclass, replace

from mobilization.queries.plans import PARTS, TEXTS, default_of, plain


@dataclass(frozen=True)
class Clash:
    """What both have changed, each in another way, so that a person has to choose.

    It stands in the text `name` of the plan, or in the line at `place` of `part`, there in the
    field `name`, or in all of it where one took the line out that the other changed. `line` is
    what the other wrote, None where the other took the line out.
    """

    name: str = ""
    part: str = ""
    place: int = 0
    line: dict | None = None


def merge(base, mine, theirs):
    """(content, clashes): both changes of `base`; where they clash, what `mine` says.

    `mine` may leave texts, parts and fields out; they then stay as `theirs` has them. An id that
    `base` does not have is not believed.
    """
    content, clashes = {}, []
    for name in TEXTS:
        own = mine.get(name, base[name])
        content[name], is_clash = chosen(base[name], own, theirs[name])
        clashes += [Clash(name, line={name: theirs[name]})] * is_clash
    for part in PARTS:
        lines, found = merge_lines(part, base[part], mine.get(part, base[part]), theirs[part])
        content[part] = lines
        clashes += found
    return content, clashes


def chosen(base, mine, theirs):
    """(what is kept, True if both changed it in another way)."""
    if mine in (base, theirs):
        return theirs, False
    return mine, theirs != base


def merge_lines(part, base, mine, theirs):
    """(lines, clashes): theirs in their order, then what only I have."""
    stood = {line["id"]: filled(part, line) for line in base}
    kept = {
        line["id"]: filled(part, line, stood[line["id"]])
        for line in mine
        if line.get("id") in stood
    }
    new = [line for line in mine if line.get("id") not in stood]
    found = [
        *(merged for line in theirs for merged in of_theirs(part, stood, kept, line)),
        *changed_though_gone(stood, kept, {line["id"] for line in theirs}),
        *((line, []) for line in only_mine(part, new, stood, theirs)),
    ]
    clashes = [
        replace(clash, part=part, place=place)
        for place, (_line, clashes) in enumerate(found)
        for clash in clashes
    ]
    return [line for line, _clashes in found], clashes


def of_theirs(part, stood, kept, written):
    """The line that the other has, as (line, clashes), unless it goes since I took it out."""
    key, line = written["id"], filled(part, written)
    if key not in stood:
        yield line, []
    elif key in kept:
        line, names = merge_line(part, stood[key], kept[key], line)
        yield line, [Clash(name, line=written) for name in names]
    elif line != stood[key]:
        yield line, [Clash(line=written)]


def changed_though_gone(stood, kept, theirs):
    """(line, clashes) of the lines that I changed and the other took out."""
    for key, line in kept.items():
        if key not in theirs and line != stood[key]:
            yield line, [Clash()]


def merge_line(part, base, mine, theirs):
    """(line, names of the fields that clash) of a line that both still have."""
    found = {name: chosen(base[name], mine[name], theirs[name]) for name in PARTS[part][1]}
    line = {"id": base["id"], **{name: kept for name, (kept, _is_clash) in found.items()}}
    return line, [name for name, (_kept, is_clash) in found.items() if is_clash]


def only_mine(part, new, stood, theirs):
    """My new lines; what the other has written in the same words, too, stands once."""
    known = [{**filled(part, line), "id": None} for line in theirs if line["id"] not in stood]
    for line in new:
        own = {**filled(part, line), "id": None}
        if own in known:
            known.remove(own)
        else:
            yield own


def filled(part, line, standing=None):
    """The line with every field of its part, as plain values; what it lacks stays as it stood."""
    model, names = PARTS[part]
    values = {**(standing or {}), **line}
    fields = {name: plain(values.get(name, default_of(model, name))) for name in names}
    return {"id": line.get("id"), **fields}
