/** A number, zero or more, as awk's `%.<digits>g` writes it. */
export function awkNumber(value: number, digits: number): string {
  if (value === 0) return '0';
  const plain = value.toPrecision(digits);
  if (value >= 1e-4 && !plain.includes('e')) return String(Number(plain));
  const [mantissa = '0', power = '0'] = value.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < digits) return String(Number(plain));
  return `${Number(mantissa)}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
