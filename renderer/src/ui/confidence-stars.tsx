const FULL = '★';
const EMPTY = '☆';

export interface ConfidenceStarsProps {
  /** 1 to 5. */
  readonly stars: number;
  /** The same in words: "4 of 5". */
  readonly label: string;
}

/** Confidence by count of filled stars; the words are read instead of the signs. */
export function ConfidenceStars({ stars, label }: ConfidenceStarsProps) {
  return <span role="img" aria-label={label} title={label} style={{ letterSpacing: 1 }}>{FULL.repeat(stars)}<span className="muted">{EMPTY.repeat(5 - stars)}</span></span>;
}
