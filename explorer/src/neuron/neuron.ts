// A canvas with a neuron that can be turned: drawn coarsely while it moves, sharply when it rests.
import { Camera, rotation, type Pose } from "./camera";
import { saveName, withLegend } from "./picture";
import { Raster, type Colours } from "./raster";
import { COMPARTMENTS, sceneOf, type Compartment, type Points, type Scene } from "./scene";

export { Camera, poseOf, poseText, HOME } from "./camera";
export { control } from "./controls";
export { barLength } from "./picture";
export { COMPARTMENTS, parseSwc, sceneOf } from "./scene";

const REST = 140; // ms after the last move
const MARGIN = 0.07; // of the frame

export class NeuronView {
  readonly scene: Scene;
  private readonly raster = new Raster();
  private readonly context: CanvasRenderingContext2D;
  private readonly unfollow: () => void;
  private readonly sizes: ResizeObserver;
  private shown = 0b11111;
  private fixedScale: number | undefined;
  private colours: Colours;
  private frame = 0;
  private timer = 0;
  /** Called after each drawing with the pixels of the page per µm. */
  onScale: (scale: number) => void = () => undefined;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    neuron: Points,
    readonly camera: Camera = new Camera(),
    private readonly paper: "surface" | "bg" = "surface",
  ) {
    this.scene = sceneOf(neuron);
    const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
    if (!context) throw new Error("This browser draws on no canvas.");
    this.context = context;
    this.colours = coloursOf(canvas, paper);
    this.raster.paint(this.colours);
    this.unfollow = camera.follow((moving) => this.request(moving));
    this.sizes = new ResizeObserver(() => this.request(false));
    this.sizes.observe(canvas);
  }

  /** Compartments that the neuron has, in the order of their buttons. */
  get compartments(): readonly Compartment[] {
    const present = new Set<number>(this.scene.compartment);
    return COMPARTMENTS.filter((_, i) => present.has(i));
  }

  hide(hidden: ReadonlySet<string>): void {
    this.shown = COMPARTMENTS.reduce((bits, name, i) => (hidden.has(name) ? bits : bits | (1 << i)), 0);
    this.request(false);
  }

  /** The theme changed: read the colours anew. */
  repaint(): void {
    this.colours = coloursOf(this.canvas, this.paper);
    this.raster.paint(this.colours);
    this.request(false);
  }

  /** Pixels per µm that make the whole neuron fit, unzoomed. */
  get fit(): number {
    const [left, right, low, high] = this.bounds();
    const { width, height } = this.page();
    return Math.min((width * (1 - 2 * MARGIN)) / (right - left), (height * (1 - 2 * MARGIN)) / (high - low));
  }

  /** Use this scale instead of the one that fits: several neurons to one scale. */
  useScale(scale: number | undefined): void {
    this.fixedScale = scale;
    this.request(false);
  }

  request(moving: boolean): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.frame = requestAnimationFrame(() => this.draw(moving ? 1 : Math.max(2, devicePixelRatio)));
    if (moving) this.timer = window.setTimeout(() => this.request(false), REST);
  }

  /** Draw now, `sharpness` pixels for each one of the page. */
  draw(sharpness: number): void {
    const page = this.page();
    const [width, height] = [Math.round(page.width * sharpness), Math.round(page.height * sharpness)];
    if (!width || !height) return;
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.raster.resize(width, height);
    this.context.putImageData(this.raster.draw(this.scene, this.placed(this.camera.now, sharpness), this.shown), 0, 0);
    this.onScale((this.fixedScale ?? this.fit) * this.camera.now.zoom);
  }

  /** A PNG with scale bar, legend and title. */
  async picture(title: string, credit: string): Promise<{ name: string; blob: Blob }> {
    this.draw(3);
    const scale = 3 * (this.fixedScale ?? this.fit) * this.camera.now.zoom;
    const legend = this.compartments.filter((name) => (this.shown >> COMPARTMENTS.indexOf(name)) & 1);
    const blob = await withLegend(this.canvas, { title, credit, scale, legend, colours: this.colours });
    this.request(false);
    return { name: saveName(title), blob };
  }

  stop(): void {
    this.unfollow();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
  }

  private placed(pose: Pose, sharpness: number) {
    const page = this.page();
    const scale = sharpness * (this.fixedScale ?? this.fit) * pose.zoom;
    const [left, right, low, high] = this.bounds();
    return {
      rotation: rotation(pose),
      scale,
      sharpness,
      x: (page.width * sharpness) / 2 - scale * ((left + right) / 2 - pose.x),
      y: (page.height * sharpness) / 2 + scale * ((low + high) / 2 - pose.y),
    };
  }

  private box: readonly [number, number, number, number] | undefined;

  /** Left, right, low, high of the neuron as it first comes, µm from the soma: a sphere would make dendrites a dot. */
  private bounds(): readonly [number, number, number, number] {
    if (this.box) return this.box;
    const { at, soma } = this.scene;
    const r = soma?.radius ?? 1;
    let [left, right, low, high] = [-r, r, -r, r];
    for (let i = 0; i < at.length; i += 3) {
      left = Math.min(left, at[i]!);
      right = Math.max(right, at[i]!);
      low = Math.min(low, at[i + 1]!);
      high = Math.max(high, at[i + 1]!);
    }
    return (this.box = [left, right, low, high]);
  }

  private page(): { width: number; height: number } {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }
}

function coloursOf(canvas: HTMLCanvasElement, paper: string): Colours {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => numbersOf(style.getPropertyValue(`--${name}`));
  return { background: colour(paper), of: COMPARTMENTS.map((name) => colour(name)) };
}

function numbersOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.trim().slice(1), 16);
  return Number.isFinite(value) ? [(value >> 16) & 255, (value >> 8) & 255, value & 255] : [128, 128, 128];
}
