"""Ontology metadata as OMTD-SHARE 3.0.2 XML; docs/omtd-share.md explains what comes from where."""
