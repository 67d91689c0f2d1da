"""What can go wrong on this machine, each as one sentence for the person in front of it."""


class LocalStackError(Exception):
    """The local stack cannot start or go on; the message says what to do."""
