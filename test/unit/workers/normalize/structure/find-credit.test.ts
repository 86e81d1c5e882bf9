import { describe, expect, it } from 'vitest';
import { findCredit } from '../../../../../workers/normalize/structure/find-credit.ts';
import { deps } from '../support.ts';

describe('findCredit', () => {
  it.each([
    ['Workers on the pier. Photo: AFP', 'photo', 'AFP', 'Workers on the pier.'],
    ['Workers on the pier. Photo by Jane Doe/AFP', 'photo', 'Jane Doe/AFP', 'Workers on the pier.'],
    ['Workers on the pier. (AP Photo/Jane Doe)', 'photo', 'AP/Jane Doe', 'Workers on the pier.'],
    ['Workers on the pier. (Jane Doe/AFP)', 'photo', 'Jane Doe/AFP', 'Workers on the pier.'],
    ['Workers on the pier. REUTERS/Jane Doe', 'photo', 'REUTERS/Jane Doe', 'Workers on the pier.'],
    ['Workers on the pier © Jane Doe', 'photo', 'Jane Doe', 'Workers on the pier'],
    ['Workers on the pier (Photo: J. Doe)', 'photo', 'J. Doe', 'Workers on the pier'],
    ['Obreros en el muelle. Foto: EFE', 'photo', 'EFE', 'Obreros en el muelle.'],
    ['Công nhân trên cầu. Ảnh: Reuters', 'photo', 'Reuters', 'Công nhân trên cầu.'],
    ['The pier from above. Video: Port Office', 'video', 'Port Office', 'The pier from above.'],
    ['Ships a year. Source: Port Office', 'source', 'Port Office', 'Ships a year.'],
  ])('reads %j', (text, role, name, rest) => {
    const found = findCredit(text, deps.agencies);
    expect(found?.credit).toEqual({ role, name });
    expect(text.slice(0, found?.start)).toBe(rest);
  });

  it.each([
    'He took a photo by the river of all the ships that came in from the sea that day.',
    'The law passed (see page 5)',
    'A photo: this is what everybody wanted to see. And so it was.',
    'Workers stand on the pier.',
  ])('finds none in %j', (text) => {
    expect(findCredit(text, deps.agencies)).toBeUndefined();
  });
});
