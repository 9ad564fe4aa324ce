"""All tasks of all units in one list."""
