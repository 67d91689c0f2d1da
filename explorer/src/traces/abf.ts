// Axon Binary Format, versions 1.x and 2.x, as far as plotting needs it.
// Facts: the file formats as Molecular Devices documents them (ABF user guide): a header in blocks of 512 bytes,
// samples of all channels interleaved, as 16-bit integers to be scaled or as 32-bit floats.

export interface Channel {
  readonly name: string;
  readonly unit: string;
  /** One array of values per sweep. */
  readonly sweeps: readonly Float32Array[];
}

export interface Abf {
  readonly channels: readonly Channel[];
  readonly sweeps: number;
  /** Samples a second of each channel. */
  readonly rate: number;
  readonly seconds: number;
}

const BLOCK = 512;

interface Layout {
  readonly start: number;
  readonly count: number;
  readonly floats: boolean;
  readonly sweeps: number;
  readonly interval: number; // µs between two samples of one channel
  readonly channels: readonly {
    readonly name: string;
    readonly unit: string;
    readonly scale: number;
    readonly offset: number;
  }[];
}

/** Read a recording; throws RangeError or Error for what is no ABF file. */
export function readAbf(file: ArrayBuffer): Abf {
  const view = new DataView(file);
  const mark = text(view, 0, 4);
  if (mark !== "ABF2" && mark !== "ABF ") throw new Error("This is no ABF file.");
  const layout = mark === "ABF2" ? layoutOfTwo(view) : layoutOfOne(view);
  const kinds = layout.channels.length;
  const each = Math.floor(layout.count / Math.max(1, layout.sweeps) / kinds);
  if (!kinds || !each) throw new Error("The file holds no samples.");
  const channels = layout.channels.map((channel, c) => ({
    name: channel.name || `Channel ${c + 1}`,
    unit: channel.unit,
    sweeps: Array.from({ length: layout.sweeps }, (_, sweep) => samples(view, layout, sweep, each, c)),
  }));
  const rate = 1e6 / layout.interval;
  return { channels, sweeps: layout.sweeps, rate, seconds: each / rate };
}

function samples(view: DataView, layout: Layout, sweep: number, each: number, channel: number): Float32Array {
  const kinds = layout.channels.length;
  const { scale, offset } = layout.channels[channel]!;
  const size = layout.floats ? 4 : 2;
  const values = new Float32Array(each);
  let at = layout.start + (sweep * each * kinds + channel) * size;
  for (let i = 0; i < each; i++, at += kinds * size) {
    values[i] = layout.floats ? view.getFloat32(at, true) : view.getInt16(at, true) * scale + offset;
  }
  return values;
}

/** Version 2: a table of sections at byte 76, each with its block, the size of an entry and the number of entries. */
function layoutOfTwo(view: DataView): Layout {
  const section = (index: number) => {
    const at = 76 + index * 16;
    return {
      start: view.getUint32(at, true) * BLOCK,
      size: view.getUint32(at + 4, true),
      count: Number(view.getBigInt64(at + 8, true)),
    };
  };
  const protocol = section(0);
  const adc = section(1);
  const data = section(10);
  const range = view.getFloat32(protocol.start + 110, true); // volts of the converter
  const resolution = view.getInt32(protocol.start + 118, true); // counts for them
  const strings = stringsOf(view, section(9));
  const channels = Array.from({ length: adc.count }, (_, i) => {
    const at = adc.start + i * adc.size;
    const telegraph = view.getInt16(at + 2, true) ? view.getFloat32(at + 6, true) : 1;
    const gain =
      view.getFloat32(at + 40, true) *
      view.getFloat32(at + 28, true) *
      view.getFloat32(at + 48, true) *
      (telegraph || 1);
    return {
      scale: range / resolution / (gain || 1),
      offset: view.getFloat32(at + 44, true) - view.getFloat32(at + 52, true),
      name: strings[view.getInt32(at + 74, true)] ?? "",
      unit: strings[view.getInt32(at + 78, true)] ?? "",
    };
  });
  const interval = view.getFloat32(protocol.start + 2, true);
  const episodes = view.getUint32(12, true);
  return {
    start: data.start,
    count: data.count,
    floats: data.size === 4,
    sweeps: Math.max(1, episodes),
    interval,
    channels,
  };
}

/** The names of channels and units: texts that end with a zero, after the names of the program. */
function stringsOf(view: DataView, { start, size }: { start: number; size: number }): readonly string[] {
  const whole = text(view, start, size);
  const programs = ["clampex", "clampfit", "axoscope", "patchxpress"];
  const from = Math.max(0, ...programs.map((name) => whole.toLowerCase().indexOf(name)));
  return ["", ...whole.slice(from).split("\0")];
}

/** Version 1: everything at fixed places of one header. */
function layoutOfOne(view: DataView): Layout {
  const kinds = view.getInt16(120, true);
  const range = view.getFloat32(244, true);
  const resolution = view.getInt32(252, true);
  const channels = Array.from({ length: kinds }, (_, i) => {
    const c = view.getInt16(410 + i * 2, true);
    const gain =
      view.getFloat32(922 + c * 4, true) * view.getFloat32(1050 + c * 4, true) * view.getFloat32(730 + c * 4, true);
    const telegraph = view.getInt16(4512 + c * 2, true) ? view.getFloat32(4576 + c * 4, true) : 1;
    return {
      scale: range / resolution / (gain * (telegraph || 1) || 1),
      offset: view.getFloat32(986 + c * 4, true) - view.getFloat32(1114 + c * 4, true),
      name: text(view, 442 + c * 10, 10).trim(),
      unit: text(view, 602 + c * 8, 8).trim(),
    };
  });
  return {
    start: view.getInt32(40, true) * BLOCK,
    count: view.getInt32(10, true),
    floats: view.getInt16(100, true) === 1,
    sweeps: Math.max(1, view.getInt32(16, true)),
    interval: view.getFloat32(122, true) * kinds,
    channels,
  };
}

function text(view: DataView, start: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, Math.min(length, view.byteLength - start));
  return new TextDecoder("latin1").decode(bytes);
}
