"""A proxy that extends ontology portals of the BioPortal family without touching them; docs/proxy.md explains it."""
