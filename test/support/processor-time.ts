/** ms for which this process has been at work: what other programs do meanwhile is not counted, as it is on a clock. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
