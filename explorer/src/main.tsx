// The explorer: one page, whose address says what it shows.
import { Component, render, type ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { lastMove, place, startRouting, to, type Place } from "./address";
import { Shell } from "./parts/shell";
import { announce } from "./state/status";
import { BasketView } from "./views/basket";
import { CompareView } from "./views/compare";
import { ConnectionsView } from "./views/connections";
import { FrontView } from "./views/front";
import { RecordView } from "./views/record";
import { SearchView } from "./views/search";
import { SourcesView } from "./views/sources";

const VIEWS = {
  front: FrontView,
  search: SearchView,
  records: RecordView,
  connections: ConnectionsView,
  compare: CompareView,
  basket: BasketView,
  sources: SourcesView,
  unknown: UnknownView,
};

function App() {
  const at = place.value;
  const View = VIEWS[at.view];
  useEffect(() => {
    document.title = titleOf(at);
    if (at.view === "search") sessionStorage.setItem("hub-search", location.pathname + location.search);
    if (lastMove.value !== "push") return;
    document.getElementById("main")?.focus({ preventScroll: true });
    announce(document.title);
  }, [at.view, at.id]);
  useEffect(() => {
    if (at.view === "search") sessionStorage.setItem("hub-search", location.pathname + location.search);
  }, [at]);
  return (
    <Shell>
      <Guard key={at.view + at.id}>
        <View />
      </Guard>
    </Shell>
  );
}

function titleOf({ view, id, params }: Place): string {
  const names: Readonly<Record<string, string>> = {
    front: "",
    search: params.get("q") ? `“${params.get("q")}”` : "Search",
    records: id,
    connections: "Connections",
    compare: "Compare",
    basket: "Basket",
    sources: "Sources",
    unknown: "Not found",
  };
  return names[view] ? `${names[view]} · Hippocampus Hub` : "Hippocampus Hub";
}

function UnknownView() {
  return (
    <>
      <h1>There is nothing at this address</h1>
      <p>
        <a href={to("front")}>Front page</a> or <a href={to("search")}>search</a>
      </p>
    </>
  );
}

/** One view that fails must not take the page with it. */
class Guard extends Component<{ children: ComponentChildren }, { error?: Error }> {
  static override getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <div class="notice error" role="alert">
        <p>
          <strong>This view failed.</strong> {this.state.error.message}
        </p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>{" "}
          <a href={to("front")}>Front page</a>
        </p>
      </div>
    );
  }
}

startRouting();
render(<App />, document.getElementById("app")!);
