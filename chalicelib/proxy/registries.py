"""Everything that the proxy knows to do, one line each; docs/proxy.md says how to add to each list."""

from dataclasses import dataclass, field

from chalicelib.proxy.dispatch import Dispatcher, Handler
from chalicelib.proxy.omtd_share.handlers import ALL_ONTOLOGIES, ONE_ONTOLOGY
from chalicelib.proxy.output import OutputGenerator, PostProcessor, error_output, json_output, rewrite_links
from chalicelib.proxy.parameters import ParameterRule, apply_rules, choose_format
from chalicelib.proxy.passthrough import forward_request
from chalicelib.proxy.request import Call

HANDLERS: tuple[Handler, ...] = (
    ONE_ONTOLOGY,
    ALL_ONTOLOGIES,
    Handler("pass through", ("/{path+}",), forward_request),  # this one takes what no other does
)
PARAMETERS: tuple[ParameterRule, ...] = (ParameterRule(("format",), choose_format),)
POSTPROCESSORS: dict[str, PostProcessor] = {"links": rewrite_links}
GENERATORS: dict[str, OutputGenerator] = {"json": json_output, "error": error_output}


@dataclass(frozen=True)
class Registries:
    """What applies to every request; a handler's own registrations override it for that handler's requests."""

    handlers: tuple[Handler, ...] = HANDLERS
    parameters: tuple[ParameterRule, ...] = PARAMETERS
    postprocessors: dict[str, PostProcessor] = field(default_factory=lambda: dict(POSTPROCESSORS))
    generators: dict[str, OutputGenerator] = field(default_factory=lambda: dict(GENERATORS))

    def dispatcher(self) -> Dispatcher:
        return Dispatcher(self.handlers)

    def formats(self) -> frozenset[str]:
        """Every format that can be asked for somewhere."""
        return frozenset(self.generators) - {"error"} | self.dispatcher().formats()

    def apply_rules(self, handler: Handler, call: Call) -> None:
        """Run the handler's rules, then the general ones that it does not override; raises BadInput."""
        own = {rule.title for rule in handler.parameters}
        apply_rules([*handler.parameters, *(rule for rule in self.parameters if rule.title not in own)], call)

    def postprocessors_for(self, handler: Handler) -> dict[str, PostProcessor]:
        return {**self.postprocessors, **handler.postprocessors}

    def generators_for(self, handler: Handler) -> dict[str, OutputGenerator]:
        return {**self.generators, **handler.generators}
