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
    ['Workers on the pier. Photograph by Jane Doe', 'photo', 'Jane Doe', 'Workers on the pier.'],
    ['Workers on the pier. Image credit: Port Office', 'photo', 'Port Office', 'Workers on the pier.'],
    ['Workers on the pier. Getty Images', 'photo', 'Getty Images', 'Workers on the pier.'],
    ['Workers on the pier. (Port Office via AP)', 'photo', 'Port Office via AP', 'Workers on the pier.'],
    ['Des ouvriers sur la jetée. Photo : AFP', 'photo', 'AFP', 'Des ouvriers sur la jetée.'],
    ['Arbeiter auf dem Pier. Bildquelle: dpa', 'photo', 'dpa', 'Arbeiter auf dem Pier.'],
    ['Arbeiter auf dem Pier. Foto: Jane Doe/dpa', 'photo', 'Jane Doe/dpa', 'Arbeiter auf dem Pier.'],
    ['Trabalhadores no cais. Foto: Reuters', 'photo', 'Reuters', 'Trabalhadores no cais.'],
    ['Рабочие на пирсе. Фото: ТАСС', 'photo', 'ТАСС', 'Рабочие на пирсе.'],
    ['桟橋の作業員。写真：共同通信', 'photo', '共同通信', '桟橋の作業員。'],
    ['부두의 노동자들. 사진=연합뉴스', 'photo', '연합뉴스', '부두의 노동자들.'],
    ['Una columna de ceniza. MARCO VELLA (EFE)', 'photo', 'MARCO VELLA/EFE', 'Una columna de ceniza.'],
    [
      'Cranes stand idle. (Tess Ng/The Harbor Post)',
      'photo',
      'Tess Ng/The Harbor Post',
      'Cranes stand idle.',
    ],
    ['Peixe no Rio Negro — Foto: Davi Rangel/Inpa', 'photo', 'Davi Rangel/Inpa', 'Peixe no Rio Negro'],
    ['부산 해운대 앞바다. 연합뉴스', 'photo', '연합뉴스', '부산 해운대 앞바다.'],
    ['桟橋の作業員＝4月12日、輪島市、山田花子撮影', 'photo', '山田花子', '桟橋の作業員＝4月12日、輪島市'],
    ['码头上的工人。新华社记者 张三 摄', 'photo', '新华社记者 张三', '码头上的工人。'],
    ['عمال على الرصيف (رويترز)', 'photo', 'رويترز', 'عمال على الرصيف'],
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
    'He spoke on Monday. Nobody listened',
    'Ships of the NORTH SEA LINE (see page 5)',
    'Fees for ships (boats/ferries)',
    'この写真は去年の夏に撮影',
    'The photo shows how the image by the sea was made.',
  ])('finds none in %j', (text) => {
    expect(findCredit(text, deps.agencies)).toBeUndefined();
  });
});
