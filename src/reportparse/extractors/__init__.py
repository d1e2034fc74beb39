"""Read facts from passages: figures, projects, commitments."""
