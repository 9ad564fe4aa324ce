"""What the program says when it refuses, and how actions are called: one catalogue for every screen."""
