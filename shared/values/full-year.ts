/** The year that its last two digits stand for: of this century up to "49"; more digits are the year. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}
