// How a neuron is looked at: turned about its soma, zoomed, moved aside. Several views may share one camera.

export interface Pose {
  readonly yaw: number; // degrees about the vertical
  readonly pitch: number; // degrees about the horizontal, -90 to 90
  readonly zoom: number; // 1: it fills its frame
  readonly x: number; // µm aside
  readonly y: number;
}

export const HOME: Pose = { yaw: 0, pitch: 0, zoom: 1, x: 0, y: 0 };
const NEAREST = 60;
const FARTHEST = 0.3;

export class Camera {
  private pose: Pose;
  private readonly listeners = new Set<(moving: boolean) => void>();

  constructor(pose: Pose = HOME) {
    this.pose = pose;
  }

  get now(): Pose {
    return this.pose;
  }

  /** Call `listener` after every change; the returned function ends that. */
  follow(listener: (moving: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(pose: Partial<Pose>, moving = false): void {
    const next = { ...this.pose, ...pose };
    this.pose = {
      ...next,
      yaw: ((((next.yaw + 180) % 360) + 360) % 360) - 180,
      pitch: Math.min(90, Math.max(-90, next.pitch)),
      zoom: Math.min(NEAREST, Math.max(FARTHEST, next.zoom)),
    };
    for (const listener of this.listeners) listener(moving);
  }

  turn(yaw: number, pitch: number, moving = false): void {
    this.set({ yaw: this.pose.yaw + yaw, pitch: this.pose.pitch + pitch }, moving);
  }

  zoomBy(factor: number, moving = false): void {
    this.set({ zoom: this.pose.zoom * factor }, moving);
  }

  reset(): void {
    this.set(HOME);
  }
}

/** The rows of the rotation: right, up, towards the eye. */
export function rotation({ yaw, pitch }: Pose): readonly number[] {
  const [a, b] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180];
  const [sa, ca, sb, cb] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b)];
  return [ca, 0, sa, sa * sb, cb, -ca * sb, -sa * cb, sb, ca * cb];
}

/** A pose in an address: `30,-10,1.5,0,0`; the home pose is an empty text. */
export function poseText(pose: Pose): string {
  const values = [pose.yaw, pose.pitch, pose.zoom, pose.x, pose.y].map((one) => Number(one.toFixed(2)));
  return values.join() === "0,0,1,0,0" ? "" : values.join();
}

export function poseOf(text: string | null): Pose {
  const values = (text ?? "").split(",").map(Number);
  if (values.length !== 5 || !values.every(Number.isFinite)) return HOME;
  const [yaw, pitch, zoom, x, y] = values as [number, number, number, number, number];
  return { yaw, pitch, zoom: Math.min(NEAREST, Math.max(FARTHEST, zoom)), x, y };
}
