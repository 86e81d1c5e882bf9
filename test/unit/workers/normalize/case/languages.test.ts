import { describe, expect, it } from 'vitest';
import { deps, normalized } from '../support.ts';

async function repaired(text: string, sourceLocale: string): Promise<string> {
  const document = await normalized(text, { sourceLocale });
  return document.segments.map((segment) => segment.joinBefore + segment.text).join('');
}

describe('case by language', () => {
  it.each([
    [
      'es',
      'El lunes 12 de enero llegó a méxico un ministro español.',
      'El lunes 12 de enero llegó a México un ministro español.',
    ],
    [
      'fr',
      'Le ministre français est arrivé lundi 12 janvier en italie.',
      'Le ministre français est arrivé lundi 12 janvier en Italie.',
    ],
    ['fr', 'Le gouvernement de l’italie a répondu.', 'Le gouvernement de l’Italie a répondu.'],
    [
      'de',
      'Am montag, dem 12. januar, reiste er nach frankreich.',
      'Am Montag, dem 12. Januar, reiste er nach Frankreich.',
    ],
    [
      'pt',
      'O ministro francês chegou a portugal na segunda-feira.',
      'O ministro francês chegou a Portugal na segunda-feira.',
    ],
    [
      'it',
      'Il ministro francese è arrivato in italia lunedì 12 gennaio.',
      'Il ministro francese è arrivato in Italia lunedì 12 gennaio.',
    ],
    ['ru', 'Он приехал в россию в понедельник, 12 января.', 'Он приехал в Россию в понедельник, 12 января.'],
    ['uk', 'Він приїхав в україну в понеділок.', 'Він приїхав в Україну в понеділок.'],
    [
      'pl',
      'W poniedziałek przyjechał do warszawy z ukrainy.',
      'W poniedziałek przyjechał do Warszawy z Ukrainy.',
    ],
    [
      'nl',
      'De franse minister kwam maandag naar nederland.',
      'De Franse minister kwam maandag naar Nederland.',
    ],
    ['tr', 'Bakan dün istanbul’dan ve izmir’den geldi.', 'Bakan dün İstanbul’dan ve İzmir’den geldi.'],
    [
      'id',
      'Ia tiba di jepang pada hari senin, 12 januari.',
      'Ia tiba di Jepang pada hari Senin, 12 Januari.',
    ],
    ['vi', 'Ông đến việt nam và thái lan vào thứ hai.', 'Ông đến Việt Nam và Thái Lan vào thứ hai.'],
    ['es', 'La canciller angela merkel habló con la otan.', 'La canciller Angela Merkel habló con la OTAN.'],
  ])('%s: %j', async (locale, text, expected) => {
    expect(await repaired(text, locale)).toBe(expected);
  });

  it.each([
    ['es', 'El país puso chile en la comida, y la selección argentina ganó.'],
    ['fr', 'Le monde de la réunion est suisse, et la grenade est mûre.'],
    ['de', 'Er wollte am 3. mittags gehen, die zeit drängte.'],
    ['pt', 'A empresa suíça e a atriz argentina vivem ali.'],
    ['it', 'La repubblica ha le ali, e la malta è fresca.'],
    ['ru', 'Того человека звали Иван, и чад стоял в комнате.'],
    ['tr', 'Maçın 25. dakikada sudan çıkan mali işler müdürü geldi.'],
    ['id', 'Buku itu dibaca oleh Trump dan orang yang salah, lima kali.'],
    ['vi', 'Theo anh ấy, hãy cập nhật bản ghi này.'],
    ['pl', 'Polska reprezentacja wygrała, a polska szkoła stoi.'],
  ])('%s leaves %j as it is', async (locale, text) => {
    expect(await repaired(text, locale)).toBe(text);
  });

  it.each(['ar', 'he', 'fa', 'hi', 'th', 'ja', 'zh', 'ko', 'sw'])('knows nothing of %s', (language) => {
    expect(deps.lexiconOf(language).isEmpty).toBe(true);
  });

  it('gives Turkish letters their own capitals', async () => {
    const text = 'ılıca’da toplandılar. izmir ve istanbul’dan geldiler. irfan orada kaldı. bugün ayrıldılar.';
    expect(await repaired(text, 'tr')).toContain('İzmir ve İstanbul’dan geldiler. İrfan orada');
  });
});
