"""The concepts that records are described with: brain regions and layers, species, cell types."""
