"""HTML pages that work without scripts: the front, records, errors, and the wait for a download. One style for all."""
