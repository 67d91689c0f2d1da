"""Morphology files as data: read, measured, checked, drawn and written in one format.

`names.py` is a table that anything may import; what needs NumPy is imported by the measuring function alone.
"""
