"""The journey as a service blueprint: stages, cards, and the lanes of the field under them, as values to draw."""
