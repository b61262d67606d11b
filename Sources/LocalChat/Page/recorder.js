// The microphone, where the browser lets a page have it.

const longest = 300_000;

export class Recorder {
  static isAvailable = "MediaRecorder" in window && Boolean(navigator.mediaDevices?.getUserMedia);

  /** Starts and answers null, or stops and answers the recording and its length in seconds. */
  async toggle() {
    if (this.running) return this.stop();
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const type = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"].find((one) => MediaRecorder.isTypeSupported(one));
    const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
    const parts = [];
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    const done = new Promise((resolve) => recorder.addEventListener("stop", resolve));
    this.running = { recorder, stream, parts, done, start: performance.now() };
    this.limit = setTimeout(() => recorder.state === "recording" && recorder.stop(), longest);
    recorder.start();
    return null;
  }

  async stop() {
    const { recorder, stream, parts, done, start } = this.running;
    this.running = null;
    clearTimeout(this.limit);
    if (recorder.state !== "inactive") recorder.stop();
    await done;
    for (const track of stream.getTracks()) track.stop();
    return { file: new Blob(parts, { type: recorder.mimeType }), seconds: Math.max(1, (performance.now() - start) / 1000) };
  }
}
