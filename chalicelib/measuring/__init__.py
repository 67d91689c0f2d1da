"""Morphology files are fetched, measured and kept, and their measures reach the records: the work around
`morphology/`.
"""
