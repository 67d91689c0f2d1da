// Mouse, touch, wheel and keys turn a camera.
import type { Camera } from "./camera";

const TURN = 0.5; // degrees a pixel
const KEY_TURN = 10; // degrees a key
const ZOOM = 1.2;

/** Let the element turn, move and zoom the camera; the returned function ends that. */
export function control(element: HTMLElement, camera: Camera, scale: () => number, wheel = true): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  const stop = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(kind: K, act: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(kind, act, { signal: stop.signal, passive: false });

  listen("pointerdown", (event) => {
    if (event.button > 1) return;
    element.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  listen("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const distance = spread(fingers);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    if (fingers.size > 1) camera.zoomBy(distance ? spread(fingers) / distance : 1, true);
    else if (event.shiftKey || event.buttons === 4)
      camera.set({ x: camera.now.x + dx / scale(), y: camera.now.y - dy / scale() }, true);
    else camera.turn(dx * TURN, dy * TURN, true);
  });
  for (const kind of ["pointerup", "pointercancel"] as const) listen(kind, (event) => fingers.delete(event.pointerId));
  if (wheel)
    listen("wheel", (event) => {
      event.preventDefault();
      camera.zoomBy(Math.exp(-event.deltaY * 0.0015), true);
    });
  listen("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !press(event, camera, 30 / scale())) return;
    event.preventDefault();
  });
  return () => stop.abort();
}

function press({ key, shiftKey }: KeyboardEvent, camera: Camera, step: number): boolean {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (way && shiftKey) camera.set({ x: camera.now.x + way[0]! * step, y: camera.now.y - way[1]! * step });
  else if (way) camera.turn(way[0]! * KEY_TURN, way[1]! * KEY_TURN);
  else if (key === "+" || key === "=") camera.zoomBy(ZOOM);
  else if (key === "-" || key === "_") camera.zoomBy(1 / ZOOM);
  else if (key === "0" || key === "Home") camera.reset();
  else return false;
  return true;
}

function spread(fingers: ReadonlyMap<number, { x: number; y: number }>): number {
  const [a, b] = [...fingers.values()];
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}
