"""How well searches find what people mean: judged queries over the recordings, beside simpler ways of asking the same
index.
"""
