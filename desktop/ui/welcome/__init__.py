"""The first thing a new user sees: whose data to open, or the sample year."""
