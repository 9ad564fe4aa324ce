"""The week's work: one key for each task's status, the next task by Enter."""
