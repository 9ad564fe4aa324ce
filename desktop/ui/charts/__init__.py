"""Charts on screens: drawn by a worker, shown as a picture that follows theme, zoom and size."""
