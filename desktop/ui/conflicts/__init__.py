"""Two values for one thing: seen side by side, chosen by a person."""
