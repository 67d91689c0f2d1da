// Runs before the first paint, so that a chosen theme does not flash; a file of its own, for inline scripts are forbidden.
try {
  const chosen = localStorage.getItem("hub-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch {
  // no storage: the theme of the system
}
