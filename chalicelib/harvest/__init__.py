"""From a source's pages to what readers see: the step, the runs made of steps, and their publishing."""
