"""Read files into documents."""
