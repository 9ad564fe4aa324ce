"""The consolidation table of an upper office: units, their figures, and the rows behind each number."""
