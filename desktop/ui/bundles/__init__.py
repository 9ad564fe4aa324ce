"""Bundles: what is sent on a stick, what is received from one, and the log of both."""
