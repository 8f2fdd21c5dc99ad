"""The printed products."""
