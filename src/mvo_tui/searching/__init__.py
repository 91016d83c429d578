"""Finding words in a plan: all it says, folded so that accents and capitals make no difference."""
