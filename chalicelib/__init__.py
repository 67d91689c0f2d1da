"""The Hippocampus Hub API: harvest, mapping, search and delivery of hippocampus data."""

VERSION = "0.2.0"  # also in CITATION.cff; CHANGELOG.md says what it brought
