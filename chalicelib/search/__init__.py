"""From what a person asks to one request to the engine, and from its answer to the page that the frontend reads."""
