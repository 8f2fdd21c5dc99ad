"""What an entry points to: other entries, and places in sources."""

from functools import cache

from hub.fields import Reference


def references(entry):
    """Yield (path, id, Reference) of every field that names an entry, at any depth; a path is names and indexes."""
    yield from _references(entry, ())


def _references(group, path):
    for name in type(group).model_fields:
        value = getattr(group, name)
        if value is None or value == ():
            continue
        mark = reference_of(type(group), name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            here = (*path, name) if index is None else (*path, name, index)
            if mark and isinstance(item, str):
                yield here, item, mark
            elif hasattr(type(item), "model_fields"):
                yield from _references(item, here)


@cache
def reference_of(model, name):
    """The Reference that marks a field, or None."""
    info = model.model_fields[name]
    marks = list(info.metadata)
    for part in getattr(info.annotation, "__args__", ()):
        marks.extend(getattr(part, "__metadata__", ()))
    return next((mark for mark in marks if isinstance(mark, Reference)), None)


def citations(group, path=()):
    """Yield (path, Citation) of every fact of an entry."""
    for name in type(group).model_fields:
        value = getattr(group, name)
        if name == "cite":
            for citation in value or ():
                yield (*path, name), citation
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if hasattr(type(item), "model_fields"):
                    yield from citations(item, (*path, name, index))
        elif hasattr(type(value), "model_fields"):
            yield from citations(value, (*path, name))
