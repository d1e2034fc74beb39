"""Find the sections of a report, what each part does, and whose report it is."""
