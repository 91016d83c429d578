"""One editor for each way of answering: a line, several lines, free prose, a choice."""
