"""Hold the grammar: numbers, periods, clauses and predicates."""
