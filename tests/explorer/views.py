"""Every view of the explorer at an address that shows something, on the samples and on the recordings."""

VIEWS = {
    "front": "/explore/",
    "search": "/explore/search?data_type=morphology&q=rat+CA1",
    "table": "/explore/search?data_type=morphology&q=CA1&view=table",
    "types": "/explore/search?data_type=electrophysiology&q=basket",
    "models": "/explore/search?index=model",
    "nothing": "/explore/search?data_type=morphology&q=zzzzqqq&species=rat",
    "neuron": "/explore/records/neuromorpho-227",
    "type": "/explore/records/hippocampome-1035",
    "model": "/explore/records/model_db-28316",
    "connections": "/explore/connections?by=soma_region",
    "compare": "/explore/compare?ids=neuromorpho-227,neuromorpho-32095",
    "basket": "/explore/basket",
    "sources": "/explore/sources",
    "unknown": "/explore/records/none",
}
THEMES = ("light", "dark")
KEPT = (
    '[{"id":"neuromorpho-227","name":"c91662","type":"morphology","source":"Neuromorpho"},'
    '{"id":"hippocampome-1035","name":"DG Basket","type":"electrophysiology","source":"Hippocampome"}]'
)
