"""Citations: what to cite for a set of records, in the formats that reference managers read."""
