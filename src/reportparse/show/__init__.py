"""Show what was read: JSON, CSV, and tables for a terminal."""
