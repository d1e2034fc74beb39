"""Hold the verbs: every example is read as showing its verb."""

import pytest

from reportparse.grammar.predicate import predicate
from reportparse.grammar.reading import read
from reportparse.lexicon import VerbEntry, load

WHOLE = [e for e in load().of(VerbEntry) if not {"stem", "complement"} & set(e.kinds)]


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.id)
def test_example_is_read_with_its_verb(entry: VerbEntry) -> None:
    """An entry's example has one of its forms, or the first of two verbs in one, as its predicate's verb."""
    reading = read(entry.example, load())
    verb = predicate(reading, 0, len(reading.tokens), load()).verb.of(entry.example)
    assert verb and any(form.startswith(verb) for form in entry.forms)


def test_lexicon_holds_the_verbs_of_the_genre() -> None:
    """Fewer than a thousand leave too much to jieba's guesses."""
    assert len(WHOLE) > 1000
