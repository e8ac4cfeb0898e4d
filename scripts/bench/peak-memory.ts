/** The largest resident memory of this process, threads and all, since the beginning and since it was last asked. */
export class PeakMemory {
  private peak = 0;
  private readonly timer = setInterval(() => {
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
  }, 100);

  /** In MB, so far. */
  get mb(): number {
    return this.peak / 1e6;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
