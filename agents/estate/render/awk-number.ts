/** A number as awk's `%.<digits>g` writes it. */
export function awkNumber(value: number, digits: number): string {
  if (value === 0) return '0';
  const [mantissa = '0', power = '0'] = value.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < digits) return String(Number(value.toPrecision(digits)));
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${Number(mantissa)}e${exponent < 0 ? '-' : '+'}${size}`;
}
