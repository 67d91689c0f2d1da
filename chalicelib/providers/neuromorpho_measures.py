"""What NeuroMorpho.org publishes of a neuron's shape: its own measures, under the hub's names where the hub has them
too.

Source  GET /api/morphometry/id/{number}: one flat object of numbers; 404 for a neuron that it has not measured
Quirks  definitions are L-Measure's (http://cng.gmu.edu:8080/Lm/help/index.htm); extents are cut to 95 % of the points
"""

import math

from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.http.client import Source
from chalicelib.morphology.names import SOURCE_NAMES


def fetch_measures(source: Source, record: str) -> dict[str, float]:
    """The measures of the record `neuromorpho-<number>`, empty where there are none; raises SourceError."""
    try:
        answer = source.get_json(f"/api/morphometry/id/{record.rpartition('-')[2]}")
    except SourceRefused as error:
        if error.source_status == 404:
            return {}
        raise
    if not isinstance(answer, dict) or "error" in answer:
        raise SourceChanged(f"NeuroMorpho answered without measures: {str(answer)[:200]}")
    values = {ours: answer.get(theirs) for theirs, ours in SOURCE_NAMES.items()}
    return {
        name: float(value) for name, value in values.items() if isinstance(value, int | float) and math.isfinite(value)
    }
