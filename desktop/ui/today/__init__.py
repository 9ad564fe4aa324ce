"""The first screen: what wants attention now."""
