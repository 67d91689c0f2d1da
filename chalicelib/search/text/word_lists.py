"""The words of a typed text that tell no concept: those that only join or rank, those that change what others mean."""

FUNCTION_WORDS = frozenset(
    "a al all among an and any are as at between both but by coworker colleague do does each et etal everything"
    " anything everywhere find for from get give has have having how i in into is it its like list me of off on only"
    " onto or other our per please search show some than that the their them there these this those through to toward"
    " towards via was we were what where which who whose with within".split()
)
GENERIC = frozenset(
    "animal archive cell class connection connectivity data database dataset file group hippocampal kind lab"
    " laboratory model morphology neuron neuronal neuroscience population reconstructed reconstruction record recording"
    " sample section simulation simulator slice stained subtype trace type".split()
)
SLICES = frozenset("section slice slicing".split())
HEADS = frozenset("cell neuron type class population".split())
HEADS_OF = {  # nouns that say of which kind a name is, and nothing more
    "channel": frozenset("current channel conductance".split()),
    "receptor": frozenset({"receptor"}),
    "marker": frozenset({"marker", "receptor"}),
    "region": frozenset("region area field subfield subregion".split()),
    "layer": frozenset({"layer"}),
    "species": frozenset({"animal"}),
    "strain": frozenset({"strain"}),
    "stain": frozenset("stain stained staining filled".split()),
    "stage": frozenset({"animal"}),
    "preparation": frozenset("preparation recording slice".split()),
}
CHANNEL_HEADS = frozenset({"channel", "conductance"})
MAY_BEGIN_WITH_FUNCTION_WORD = frozenset({"preparation", "channel", "stage", "strain"})
POSITIVE = frozenset("positive expressing containing immunoreactive immunopositive labelled labeled".split())
NEGATIVE = frozenset("negative lacking immunonegative deficient".split())
LACKING = frozenset({"lack", "lacking"})
MARKERS = frozenset({"marker", "receptor"})
NEGATIONS = frozenset("not no without except excluding exclude non nor neither never lack lacking minus".split())
NEGATING_PAIRS = frozenset(
    {
        ("other", "than"),
        ("rather", "than"),
        ("everything", "but"),
        ("anything", "but"),
        ("all", "but"),
        ("instead", "of"),
        ("apart", "from"),
    }
)
BEFORE_NAMES = frozenset(
    "a an any the from in into of on onto to at with by being be have has having contain containing express expressing"
    " show showing include including belong".split()
)  # what may stand between a negation and what it denies
MOST_BETWEEN = 3  # of these words
STATES = {"complete": "complete", "incomplete": "incomplete", "moderate": "moderate", "full": "complete"}
PARTS_WITH_STATE = {
    "axon": "axon",
    "dendrite": "dendrites",
    "neurite": "neurites",
    "axonal": "axon",
    "dendritic": "dendrites",
}
