// Our own rasteriser: shaded tubes with a depth buffer on a 2-D canvas. No GPU, no WebGL, the same pixels everywhere.
// A study measured 80 to 5,600 ms a frame for three.js on software rendering; benchmarks/explorer.py measures this one.
import type { Scene } from "./scene";

export interface Frame {
  readonly rotation: readonly number[];
  /** Pixels per µm, and where the soma lies. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Pixels of this buffer per pixel of the page. */
  readonly sharpness: number;
}

export interface Colours {
  readonly background: readonly [number, number, number];
  /** One per compartment. */
  readonly of: readonly (readonly [number, number, number])[];
}

const SHADES = 8; // across a tube, from its edge to its middle
const FADES = 8; // by depth
const MOST_FADE = 0.25;
const EDGE = 0.62; // brightness at the edge of a tube
const BALL_FROM = 1.2; // px: thinner joints need no ball
const THIN = 0.75; // px of the page: a thinner tube is a line of one pixel
const STEP = 0.7; // px: points nearer than this, or half a radius, to the one drawn before add nothing to see

export class Raster {
  private pixels: Uint32Array = new Uint32Array(0);
  private depths = new Float32Array(0);
  private image: ImageData | undefined;
  private projected = new Float32Array(0);
  /** The point from which the link to a point's children begins: itself, or the one drawn before it. */
  private drawn = new Int32Array(0);
  private palette: Uint32Array = new Uint32Array(0);
  private paper = 0;
  private width = 0;
  private height = 0;
  /** Pixels of this buffer across a line. */
  private brush = 1;
  private near = 1;
  private far = 0;

  resize(width: number, height: number): void {
    if (width === this.width && height === this.height) return;
    this.image = new ImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.depths = new Float32Array(width * height);
    this.width = width;
    this.height = height;
  }

  paint(colours: Colours): void {
    this.palette = paletteOf(colours);
    this.paper = packed(colours.background);
  }

  /** Draw the compartments whose bit is set; the picture is good until the next call. */
  draw(scene: Scene, frame: Frame, shown: number): ImageData {
    this.pixels.fill(this.paper);
    this.depths.fill(-Infinity);
    this.project(scene, frame);
    const least = 0.5 * frame.sharpness;
    this.brush = Math.max(1, Math.round(frame.sharpness));
    const { parent, compartment, radius } = scene;
    const { projected, drawn } = this;
    for (let i = 0; i < scene.count; i++) {
      const own = parent[i]!;
      if (own < 0 || !((shown >> compartment[i]!) & 1)) continue;
      const j = drawn[own]!;
      const dx = projected[3 * i]! - projected[3 * j]!;
      const dy = projected[3 * i + 1]! - projected[3 * j + 1]!;
      const r = Math.max(least, radius[i]! * frame.scale);
      const near = r > 2 * STEP ? r / 2 : STEP;
      if (dx * dx + dy * dy < near * near && compartment[own] === compartment[i]) {
        drawn[i] = j;
        continue;
      }
      const before = compartment[j] === compartment[i] ? Math.max(least, radius[j]! * frame.scale) : r;
      this.link(i, j, r, before, compartment[i]!);
      if (r > BALL_FROM) this.ball(projected[3 * i]!, projected[3 * i + 1]!, projected[3 * i + 2]!, r, compartment[i]!);
    }
    if (scene.soma && shown & 1) this.soma(scene.soma.radius, frame);
    return this.image!;
  }

  private soma(radius: number, frame: Frame): void {
    this.ball(frame.x, frame.y, 0, Math.max(radius * frame.scale, 2 * frame.sharpness), 0);
  }

  private project(scene: Scene, { rotation, scale, x, y }: Frame): void {
    if (this.projected.length < scene.at.length) {
      this.projected = new Float32Array(scene.at.length);
      this.drawn = new Int32Array(scene.count);
    }
    for (let i = 0; i < scene.count; i++) this.drawn[i] = i;
    const { at } = scene;
    const out = this.projected;
    const [a, b, c, d, e, f, g, h, k] = rotation as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    let near = 1;
    let far = 0;
    for (let i = 0; i < at.length; i += 3) {
      const px = at[i]!;
      const py = at[i + 1]!;
      const pz = at[i + 2]!;
      out[i] = x + scale * (a * px + b * py + c * pz);
      out[i + 1] = y - scale * (d * px + e * py + f * pz);
      const depth = scale * (g * px + h * py + k * pz);
      out[i + 2] = depth;
      if (depth > near) near = depth;
      if (depth < far) far = depth;
    }
    this.near = near;
    this.far = far;
  }

  private fade(depth: number): number {
    const part = (this.near - depth) / (this.near - this.far);
    return part <= 0 ? 0 : part >= 1 ? FADES - 1 : (part * FADES) | 0;
  }

  /** A tube from point j to point i. */
  private link(i: number, j: number, ri: number, rj: number, compartment: number): void {
    const at = this.projected;
    const x0 = at[3 * j]!;
    const y0 = at[3 * j + 1]!;
    const x1 = at[3 * i]!;
    const y1 = at[3 * i + 1]!;
    const reach = Math.max(ri, rj);
    if (Math.max(x0, x1) < -reach || Math.max(y0, y1) < -reach) return;
    if (Math.min(x0, x1) > this.width + reach || Math.min(y0, y1) > this.height + reach) return;
    const flat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
    const z0 = at[3 * j + 2]!;
    const z1 = at[3 * i + 2]!;
    if (reach <= THIN * this.brush) return this.line(x0, y0, z0, x1, y1, z1, compartment);
    if (flat) this.tube(x0, y0, z0, rj, x1, y1, z1, ri, 1, this.width, this.width, this.height, compartment);
    else this.tube(y0, x0, z0, rj, y1, x1, z1, ri, this.width, 1, this.height, this.width, compartment);
  }

  /** A tube too thin to have an edge: one pixel of the page wide, of one shade. */
  private line(x0: number, y0: number, z0: number, x1: number, y1: number, z1: number, compartment: number): void {
    const { pixels, depths, width, height, brush } = this;
    const aside = Math.abs(x1 - x0) >= Math.abs(y1 - y0) ? width : 1;
    const colour = this.palette[(compartment * FADES + this.fade((z0 + z1) / 2) + 1) * SHADES - 1]!;
    const steps = Math.max(1, Math.round(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
    const dx = (x1 - x0) / steps;
    const dy = (y1 - y0) / steps;
    const dz = (z1 - z0) / steps;
    const shift = brush - 1;
    const start = 0.5 - shift / 2;
    for (let step = 0, x = x0 + start, y = y0 + start, z = z0; step <= steps; step++, x += dx, y += dy, z += dz) {
      if (x < 0 || y < 0 || x >= width - shift || y >= height - shift) continue;
      let pixel = (y | 0) * width + (x | 0);
      for (let across = 0; across < brush; across++, pixel += aside) {
        if (z <= depths[pixel]!) continue;
        depths[pixel] = z;
        pixels[pixel] = colour;
      }
    }
  }

  /** Step along the longer axis `u`; at each step fill across `v`, lit in the middle. */
  private tube(
    u0: number,
    v0: number,
    z0: number,
    r0: number,
    u1: number,
    v1: number,
    z1: number,
    r1: number,
    stepU: number,
    stepV: number,
    sizeU: number,
    sizeV: number,
    compartment: number,
  ): void {
    if (u0 > u1) return this.tube(u1, v1, z1, r1, u0, v0, z0, r0, stepU, stepV, sizeU, sizeV, compartment);
    const { pixels, depths, palette } = this;
    const length = u1 - u0 || 1;
    const slope = (v1 - v0) / length;
    const wider = Math.sqrt(1 + slope * slope);
    const base = compartment * FADES * SHADES;
    const from = Math.max(0, Math.round(u0));
    const to = Math.min(sizeU - 1, Math.round(u1));
    for (let u = from; u <= to; u++) {
      const part = Math.min(1, Math.max(0, (u - u0) / length));
      const middle = v0 + slope * (u - u0);
      const z = z0 + (z1 - z0) * part;
      const r = r0 + (r1 - r0) * part;
      const half = r * wider;
      const row = base + this.fade(z) * SHADES;
      const first = Math.max(0, Math.ceil(middle - half));
      const last = Math.min(sizeV - 1, Math.ceil(middle + half) - 1);
      for (let v = first; v <= last; v++) {
        const aside = (v - middle) / half;
        const rise = 1 - aside * aside;
        const depth = z + r * rise; // a parabola for the circle: no root needed
        const pixel = u * stepU + v * stepV;
        if (depth <= depths[pixel]!) continue;
        depths[pixel] = depth;
        pixels[pixel] = palette[row + (half < 1.5 ? SHADES - 1 : (rise * (SHADES - 0.01)) | 0)]!;
      }
    }
  }

  private ball(x: number, y: number, z: number, r: number, compartment: number): void {
    const { pixels, depths, palette, width, height } = this;
    const row = (compartment * FADES + this.fade(z)) * SHADES;
    const bottom = Math.min(height - 1, Math.floor(y + r));
    for (let v = Math.max(0, Math.ceil(y - r)); v <= bottom; v++) {
      const half = Math.sqrt(Math.max(0, r * r - (v - y) * (v - y)));
      const right = Math.min(width - 1, Math.floor(x + half));
      for (let u = Math.max(0, Math.ceil(x - half)); u <= right; u++) {
        const rise = 1 - ((u - x) * (u - x) + (v - y) * (v - y)) / (r * r);
        const depth = z + r * rise;
        const pixel = v * width + u;
        if (depth <= depths[pixel]!) continue;
        depths[pixel] = depth;
        pixels[pixel] = palette[row + ((rise * (SHADES - 0.01)) | 0)]!;
      }
    }
  }
}

function paletteOf(colours: Colours): Uint32Array {
  const palette = new Uint32Array(colours.of.length * FADES * SHADES);
  const dark = colours.background[0] + colours.background[1] + colours.background[2] < 384;
  colours.of.forEach((colour, compartment) => {
    for (let fade = 0; fade < FADES; fade++) {
      const far = (MOST_FADE * fade) / (FADES - 1);
      for (let shade = 0; shade < SHADES; shade++) {
        const lit = dark
          ? EDGE + ((1 - EDGE) * shade) / (SHADES - 1)
          : 1 + ((1 - EDGE) * 0.55 * (shade - SHADES + 1)) / (SHADES - 1);
        const mixed = colour.map((part, i) => part * lit * (1 - far) + colours.background[i]! * far);
        palette[(compartment * FADES + fade) * SHADES + shade] = packed(
          mixed as unknown as readonly [number, number, number],
        );
      }
    }
  });
  return palette;
}

const packed = ([red, green, blue]: readonly [number, number, number]): number =>
  (255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red);
