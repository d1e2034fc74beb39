"""Read numbers, units, bounds, periods, clauses and predicates: the grammar that all extractors share."""
