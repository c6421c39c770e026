import { z } from 'zod';

/** Exact counts cross every boundary as integers with the unit in the field's name. */
export const countSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const bytesSchema = countSchema;
/** 0..1; utilisation may exceed 1 only by rounding, so it is clamped by parsers, never by readers. */
export const ratioSchema = z.number().min(0).max(1);
/** Money in minor units (fen, cents); the currency stands beside it. */
export const moneyMinorSchema = z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

export const KIB = 1024;
export const MIB = 1024 ** 2;
export const GIB = 1024 ** 3;
export const TIB = 1024 ** 4;
