"""Make inputs that are broken, huge or meant ill, and measure what the program does with them."""
