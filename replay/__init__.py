"""Plays the outside systems over real HTTP from a folder of recordings; it knows nothing of the application.

A source is one module with `application(folder)`, which answers at `/<source>`; `folder` is its own part of the
recordings, any of which may be absent. Every request is logged (`GET /_log`), and it can be told to misbehave
(`POST /_faults`).
"""
