/** Reads codes from pictures and from a camera: with the browser's own reader where it has one, else with jsQR, which is fetched then. */
import type { Picture } from './find-codes.js';

interface Detector {
  detect: (source: ImageBitmapSource) => Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
}

/** Pixels along the longer side: enough for six codes on an A4 page at 200 dpi. */
const mostAcross = 2400;

async function ownReader(): Promise<Detector | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    if (BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes('qr_code'))
      return new BarcodeDetector({ formats: ['qr_code'] });
  } catch {
    // Some systems have the class without what it needs.
  }
  return undefined;
}

function pixelsOf(source: CanvasImageSource, width: number, height: number): Picture {
  const scale = Math.min(1, mostAcross / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // What is transparent is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The texts of the codes on a picture file. Rejects where the browser cannot show it as a picture. */
export async function codesOnPicture(file: Blob): Promise<string[]> {
  const bitmap = await createImageBitmap(file);
  try {
    const own = await (await ownReader())?.detect(bitmap).catch(() => []);
    const { findCodes } = await import('./find-codes.js');
    const ours = findCodes(pixelsOf(bitmap, bitmap.width, bitmap.height));
    return [...new Set([...(own ?? []).map(({ rawValue }) => rawValue).filter(Boolean), ...ours])];
  } finally {
    bitmap.close();
  }
}

export interface Camera {
  readonly stream: MediaStream;
  /** Looks at what the video shows, until it is stopped. */
  watch: (video: HTMLVideoElement) => void;
  stop: () => void;
}

/** Between two looks, in milliseconds. */
const pause = 200;

/** Asks for the camera at the back. Rejects where there is none, or nobody lets us. `lost`: it was pulled out or taken away. */
export async function openCamera(found: (texts: string[]) => void, lost: () => void): Promise<Camera> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
    audio: false,
  });
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const failed = (error: unknown): void => {
    console.warn(`<tsunagu-referral-sheet> the camera cannot be read: ${String(error)}`);
    if (!stopped) lost();
  };
  const watch = (video: HTMLVideoElement): void => {
    video.srcObject = stream;
    void video.play().catch(() => undefined);
    const begin = async (): Promise<void> => {
      const own = await ownReader();
      const { findCodes } = own ? { findCodes: undefined } : await import('./find-codes.js');
      const look = async (): Promise<void> => {
        if (stopped) return;
        if (stream.getTracks().every(({ readyState }) => readyState === 'ended')) return lost();
        if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth) {
          const texts = own
            ? (await own.detect(video).catch(() => [])).map(({ rawValue }) => rawValue)
            : findCodes!(pixelsOf(video, video.videoWidth, video.videoHeight), { quick: true });
          // A camera that was stopped meanwhile has nothing to say.
          if (texts.length && !stopped) found(texts.filter(Boolean));
        }
        if (stopped) return;
        timer = setTimeout(() => void look().catch(failed), pause);
      };
      await look();
    };
    begin().catch(failed);
  };
  return {
    stream,
    watch,
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
