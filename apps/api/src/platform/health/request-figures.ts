const BOUNDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

interface Durations {
  /** How many took at most as long as each bound; the last one counts all. */
  counts: number[];
  seconds: number;
}

/** How many answers there were and how long they took, as plain numbers: each request pays for two look-ups. */
export class RequestFigures {
  private readonly answers = new Map<string, number>();
  private readonly durations = new Map<string, Durations>();

  count(method: string, route: string, status: number, seconds: number): void {
    const where = `method="${method}",route="${route}"`;
    const what = `${where},status="${status}"`;
    this.answers.set(what, (this.answers.get(what) ?? 0) + 1);
    const known = this.durations.get(where) ?? { counts: BOUNDS.map(() => 0).concat(0), seconds: 0 };
    this.durations.set(where, known);
    known.seconds += seconds;
    for (let at = known.counts.length - 1; at >= 0 && seconds <= (BOUNDS[at] ?? Infinity); at -= 1) {
      known.counts[at] = (known.counts[at] ?? 0) + 1;
    }
  }

  /** In the text format of Prometheus. */
  text(): string {
    const [answers, seconds] = ['sightline_http_requests_total', 'sightline_http_request_seconds'];
    return [
      `# HELP ${answers} Requests answered, by route and status.`,
      `# TYPE ${answers} counter`,
      ...[...this.answers].map(([what, count]) => `${answers}{${what}} ${count}`),
      `# HELP ${seconds} How long answers took, by route.`,
      `# TYPE ${seconds} histogram`,
      ...[...this.durations].flatMap(([where, known]) => histogram(seconds, where, known)),
      '',
    ].join('\n');
  }
}

function histogram(name: string, where: string, { counts, seconds }: Durations): string[] {
  const buckets = counts.map((count, at) => `${name}_bucket{le="${BOUNDS[at] ?? '+Inf'}",${where}} ${count}`);
  return [...buckets, `${name}_sum{${where}} ${seconds}`, `${name}_count{${where}} ${counts.at(-1) ?? 0}`];
}
