"""From a source's pages to what readers see: steps, runs, the quality gate and publication."""
