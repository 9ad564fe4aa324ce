"""The window round all screens: left bar, top bar, bottom bar, search, help, progress."""
