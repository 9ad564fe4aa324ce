"""S17 "Ghép nối": a computer asks to be enrolled, the office approves it after a telephone call."""
