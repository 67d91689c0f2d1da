"""Reads a typed text: its parts, the pieces that name a concept, ranges, and the direction of connections."""
