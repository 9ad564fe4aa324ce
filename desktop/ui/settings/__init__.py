"""Settings of one person at one computer: language, look, name; backups; what the program is."""
