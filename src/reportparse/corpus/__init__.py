"""Work on many reports at once: batches, the corpus they make, panels and terms."""
