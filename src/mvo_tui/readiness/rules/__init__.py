"""One rule a module, as ``RULE``: its words, its pure judge, its good and bad sample."""
