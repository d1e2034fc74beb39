"""Hold the words of the lexicon, and what is derived from them."""
