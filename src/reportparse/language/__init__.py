"""Say things in the reader's language: one catalogue a language, read when the first word is asked for."""

from reportparse.language.choice import Language, chosen
from reportparse.language.words import ENGLISH, Words, words_of

__all__ = ["ENGLISH", "Language", "Words", "chosen", "words_of"]
