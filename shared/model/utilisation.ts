import { z } from 'zod';
import { bytesSchema, countSchema, ratioSchema } from '../kernel/quantities.ts';
import { instantSchema } from '../kernel/calendar-date.ts';

/**
 * Metrics with a fixed meaning. cpu: busy + steal over all threads; memory: (total - available) / total;
 * disk*: sum over top-level devices; net*: sum over non-loopback interfaces.
 */
export const METRICS = ['cpuRatio', 'memRatio', 'diskReadBytesPerSecond', 'diskWriteBytesPerSecond', 'diskOpsPerSecond', 'netInBytesPerSecond', 'netOutBytesPerSecond'] as const;
export const metricSchema = z.enum(METRICS);
export type Metric = z.infer<typeof metricSchema>;

/** One delta between two /proc readings a few seconds apart: an instant, never to be mixed with interval means. */
export const utilisationNowSchema = z.object({
  intervalSeconds: z.number().positive(),
  cpuRatio: ratioSchema,
  memRatio: ratioSchema,
  memUsedBytes: bytesSchema,
  /** What a system does not tell is left out: Windows has no load average, AIX and Solaris no cheap totals of disks and networks. */
  load1: z.number().min(0).optional(),
  diskReadBytesPerSecond: z.number().min(0).optional(),
  diskWriteBytesPerSecond: z.number().min(0).optional(),
  diskOpsPerSecond: z.number().min(0).optional(),
  netInBytesPerSecond: z.number().min(0).optional(),
  netOutBytesPerSecond: z.number().min(0).optional(),
});
export type UtilisationNow = z.infer<typeof utilisationNowSchema>;

/** Hour of the week in the host's UTC time: 0 = Monday 00:00-01:00 … 167 = Sunday 23:00-24:00. */
export const HOURS_OF_WEEK = 168;

/**
 * A metric's distribution over a window, small enough to travel (about 1 kB) and mergeable by addition.
 * Ratio metrics use 201 linear bins of 0.005 (bin i holds [i*0.005, (i+1)*0.005)); rates use sparse log bins
 * base 1.02: bin k holds (1.02^(k-1), 1.02^k], bin 0 holds [0, 1].
 */
export const metricHistorySchema = z.object({
  metric: metricSchema,
  sampleCount: countSchema,
  /** Sparse histogram: [bin, count] with rising bins. */
  bins: z.array(z.tuple([countSchema, countSchema])),
  max: z.number().min(0),
  sum: z.number().min(0),
  /** 168 entries; null where no sample fell into that hour of the week. */
  hourOfWeekMean: z.array(z.number().nullable()).length(HOURS_OF_WEEK),
  hourOfWeekMax: z.array(z.number().nullable()).length(HOURS_OF_WEEK),
  hourOfWeekCount: z.array(countSchema).length(HOURS_OF_WEEK),
  /** [YYYY-MM-DD, mean, max] by rising day. */
  daily: z.array(z.tuple([z.string(), z.number(), z.number()])),
});
export type MetricHistory = z.infer<typeof metricHistorySchema>;

export const utilisationHistorySchema = z.object({
  source: z.enum(['sysstat', 'dwell', 'imported']),
  /** What one sample is. */
  statistic: z.enum(['interval-mean', 'instant', 'interval-max']),
  intervalSeconds: z.number().positive(),
  from: instantSchema,
  to: instantSchema,
  metrics: z.array(metricHistorySchema),
});
export type UtilisationHistory = z.infer<typeof utilisationHistorySchema>;

/** What one metric did on one UTC day. `hours`: [hour of the week, samples, sum, maximum], rising, only hours with samples. */
export const metricDaySchema = z.object({
  metric: metricSchema,
  sampleCount: countSchema,
  bins: z.array(z.tuple([countSchema, countSchema])).max(2300),
  max: z.number().min(0),
  sum: z.number().min(0),
  hours: z.array(z.tuple([z.number().int().min(0).max(HOURS_OF_WEEK - 1), countSchema, z.number().min(0), z.number().min(0)])).max(24),
});
export type MetricDay = z.infer<typeof metricDaySchema>;

/** The part of a distribution that one day adds: parts of the same source, statistic and interval merge by addition. */
export const dayDistributionSchema = z.object({
  day: z.iso.date(),
  source: z.enum(['sysstat', 'dwell', 'imported']),
  statistic: z.enum(['interval-mean', 'instant', 'interval-max']),
  intervalSeconds: z.number().positive(),
  from: instantSchema,
  to: instantSchema,
  metrics: z.array(metricDaySchema).max(METRICS.length),
});
export type DayDistribution = z.infer<typeof dayDistributionSchema>;

export const percentilesSchema = z.object({ p50: z.number(), p90: z.number(), p95: z.number(), p99: z.number(), max: z.number(), mean: z.number() });
export type Percentiles = z.infer<typeof percentilesSchema>;

/** A percentile never travels without its sample count, window and statistic. */
export const metricProfileSchema = z.object({
  metric: metricSchema,
  percentiles: percentilesSchema,
  /** Upper end of a 95 % interval around p95 by day blocks; null when fewer than 3 days. */
  p95UpperBound: z.number().nullable(),
  sampleCount: countSchema,
  source: z.enum(['sysstat', 'dwell', 'imported', 'single-reading']),
  statistic: z.enum(['interval-mean', 'instant', 'interval-max']),
  intervalSeconds: z.number(),
  from: instantSchema,
  to: instantSchema,
});
export type MetricProfile = z.infer<typeof metricProfileSchema>;

/** 0..100 with its reasons; below 60 no down-sizing is recommended. */
export const confidenceSchema = z.object({
  score: z.number().int().min(0).max(100),
  stars: z.number().int().min(1).max(5),
  /** i18n keys under `profile:confidenceReason`. */
  reasons: z.array(z.enum(['noHistory', 'shortWindow', 'fewHours', 'noMonthEnd', 'coarseInterval', 'missingMetric', 'wideInterval', 'implausible', 'good'])),
});
export type Confidence = z.infer<typeof confidenceSchema>;

export const serverProfileSchema = z.object({ metrics: z.array(metricProfileSchema), confidence: confidenceSchema });
export type ServerProfile = z.infer<typeof serverProfileSchema>;
