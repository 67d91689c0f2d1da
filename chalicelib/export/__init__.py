"""Records in other forms: tables, linked data, citations, and lists of files to fetch."""
