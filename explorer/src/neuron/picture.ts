// The picture that a visitor saves: the drawing with what a figure needs to be understood elsewhere.
import type { Colours } from "./raster";
import { COMPARTMENTS, type Compartment } from "./scene";

const NAMES: Readonly<Record<Compartment, string>> = {
  soma: "Soma",
  axon: "Axon",
  basal: "Basal dendrites",
  apical: "Apical dendrites",
  other: "Other parts",
};

export interface Caption {
  readonly title: string;
  readonly credit: string;
  readonly scale: number; // pixels per µm
  readonly legend: readonly Compartment[];
  readonly colours: Colours;
}

export async function withLegend(drawing: HTMLCanvasElement, caption: Caption): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const size = Math.max(14, Math.round(drawing.width / 60));
  canvas.width = drawing.width;
  canvas.height = drawing.height + 4 * size;
  const context = canvas.getContext("2d")!;
  context.fillStyle = css(caption.colours.background);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawing, 0, 0);
  context.font = `${size}px system-ui, sans-serif`;
  context.fillStyle = css(caption.colours.of[0]!);
  context.fillText(`${caption.title}   ${caption.credit}`, size, drawing.height + 3 * size);
  drawBar(context, caption, size, drawing.height + 0.5 * size);
  drawNames(context, caption, size, drawing.height + size);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture."))), "image/png"),
  );
}

function drawBar(context: CanvasRenderingContext2D, { scale }: Caption, size: number, bottom: number): void {
  const micrometres = barLength(scale, context.canvas.width / 6);
  const [left, width] = [size, micrometres * scale];
  context.fillRect(left, bottom - size / 6, width, size / 6);
  context.fillText(`${micrometres.toLocaleString("en")} µm`, left, bottom - size / 2);
}

function drawNames(context: CanvasRenderingContext2D, { legend, colours }: Caption, size: number, top: number): void {
  let x = context.canvas.width - size;
  for (const name of [...legend].reverse()) {
    x -= context.measureText(NAMES[name]).width;
    context.fillStyle = css(colours.of[0]!);
    context.fillText(NAMES[name], x, top);
    x -= 1.6 * size;
    context.fillStyle = css(colours.of[COMPARTMENTS.indexOf(name)]!);
    context.fillRect(x, top - 0.5 * size, 1.2 * size, size / 3);
    x -= size;
  }
}

/** 1, 2 or 5 times a power of ten, µm: the longest bar of at most `most` pixels. */
export function barLength(scale: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / scale));
  return [5, 2, 1].map((one) => one * power).find((one) => one * scale <= most) ?? power;
}

export const saveName = (title: string): string => `${title.replace(/[^\w.-]+/g, "_")}.png`;

const css = (colour: readonly [number, number, number]): string => `rgb(${colour.join()})`;
