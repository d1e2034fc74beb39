"""Measure the program on real reports and on gold: what `make` verbs run, and no part of the package."""
