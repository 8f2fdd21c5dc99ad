"""Translations and the English texts they were made from."""

from hub.problem import WARNING
from hub.rules.material import Finding
from hub.translation import OUTDATED, steps_of


def translations_fit(material):
    """Each translated text belongs to the English text it was made from."""
    for (entry_id, language), translation in material.translations.items():
        found = material.loaded.matches[entry_id, language]
        for path in translation.texts:
            if path not in translation.fingerprints:
                yield Finding(translation, steps_of(path), "translation-unstamped", "this text does not say which English text it translates",
                              "run: hub translate stamp " + translation.path, WARNING)  # fmt: skip
        for path, state in found.states.items():
            if state == OUTDATED and path in translation.fingerprints:
                yield Finding(translation, steps_of(path), "translation-outdated", "the English text has changed since this was translated",
                              "translate it again, then run: hub translate stamp " + translation.path, WARNING)  # fmt: skip
        for path in found.left_over:
            yield Finding(translation, steps_of(path), "translation-orphan", "there is no English text for this one", "take it out", WARNING)
