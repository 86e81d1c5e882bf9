/**
 * The memory's scripts. A source is a line of `s<id>`, found by its whole text; a unit is a line of a
 * field of `t<id>`: `<line number of the source> TAB <place> TAB <standing> TAB <body>` and, where it
 * came from articles, `TAB <their ids, by commas>`, in which `-` is whatever is no article. Buckets have
 * the hash tag of the keys that are named, so they may be reached without being named themselves.
 */

/**
 * Adds units of one source locale, each one whole or not at all.
 *
 * A unit replaces the one with the same source, locale and place unless that one stands higher:
 * standings compare as text. When a source has more places in a locale than it may, the one that
 * stands lowest goes, of equal ones the one written first. A unit that has the target of the one in its
 * place came from wherever both came from; from more than `maxArticles`: from no article in
 * particular. A new source is logged; its postings, where they are given, are kept with the recent ones,
 * which every lookup reads until they are in the index.
 *
 * KEYS state count log indexed recent (source targets)*
 * ARGV maxPlaces maxArticles (source locale place standing body targetBytes article postings)*
 * The first `targetBytes` of a body say what its target is; `article` is `-` where there is none.
 * Returns one digit per unit (0 kept, 1 created, 2 merged), the number of sources, the bytes of the
 * log that are not indexed, those of the recent postings, and the state.
 */
export const ADD_UNITS = `
local outcomes, logged, recent = {}, {}, {}

local function join(articles, article)
  if string.find(',' .. articles .. ',', ',' .. article .. ',', 1, true) then return articles end
  local _, commas = string.gsub(articles, ',', '')
  return commas + 2 > tonumber(ARGV[2]) and '-' or articles .. ',' .. article
end

for unit = 1, (#KEYS - 5) / 2 do
  local sourceKey, targetsKey = KEYS[unit * 2 + 4], KEYS[unit * 2 + 5]
  local at = (unit - 1) * 8 + 2
  local source, locale, place = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  local standing, body = ARGV[at + 4], ARGV[at + 5]
  local targetBytes, articles = tonumber(ARGV[at + 6]), ARGV[at + 7]

  local sources = redis.call('GET', sourceKey) or ''
  local line, lines = nil, 0
  for text in string.gmatch(sources, '([^\\n]*)\\n') do
    if text == source then line = lines end
    lines = lines + 1
  end
  local old, kept, places, lowest, loser = nil, {}, 0, nil, nil
  local fresh = not line
  if fresh then
    line = lines
    redis.call('SET', sourceKey, sources .. source .. '\\n')
    local high, low = string.match(sourceKey, '(%x%x%x%x%x%x%x%x)(%x%x%x%x%x%x%x%x)$')
    logged[#logged + 1] = struct.pack('>I4I4', tonumber(high, 16), tonumber(low, 16))
    recent[#recent + 1] = ARGV[at + 8]
  end

  local ofSource = line .. '\\t'
  local head = ofSource .. place .. '\\t'
  local record = head .. standing .. '\\t' .. body
  local stored = sources ~= '' and redis.call('HGET', targetsKey, locale) or ''
  for text in string.gmatch(stored, '([^\\n]+)\\n') do
    if string.sub(text, 1, #head) == head then
      old = text
    else
      kept[#kept + 1] = text
      if string.sub(text, 1, #ofSource) == ofSource then
        places = places + 1
        local other = string.match(text, '^[^\\t]*\\t([^\\t]*)', #ofSource + 1)
        if not lowest or other < lowest then lowest, loser = other, #kept end
      end
    end
  end
  local outcome = '1'
  if old then
    local pattern = '^([^\\t]*)\\t([^\\t]*)\\t?([^\\t]*)'
    local oldStanding, oldBody, oldArticles = string.match(old, pattern, #head + 1)
    if oldArticles == '' then oldArticles = '-' end
    local isSame = string.sub(oldBody, 1, targetBytes) == string.sub(body, 1, targetBytes)
    if isSame then articles = join(oldArticles, articles) end
    if oldStanding > standing then
      record = head .. oldStanding .. '\\t' .. oldBody
      if not isSame then articles = oldArticles end
    end
    outcome = (oldStanding > standing or oldBody == body) and '0' or '2'
  elseif places >= tonumber(ARGV[1]) then
    table.remove(kept, loser)
    outcome = '2'
  end
  if articles ~= '-' then record = record .. '\\t' .. articles end
  if record ~= old then
    kept[#kept + 1] = record
    redis.call('HSET', targetsKey, locale, table.concat(kept, '\\n') .. '\\n')
  end
  outcomes[unit] = outcome
end

if #logged > 0 then
  redis.call('APPEND', KEYS[3], table.concat(logged))
  redis.call('INCRBY', KEYS[2], #logged)
  redis.call('APPEND', KEYS[5], table.concat(recent))
end
return {
  table.concat(outcomes), tonumber(redis.call('GET', KEYS[2]) or '0'),
  redis.call('STRLEN', KEYS[3]) - tonumber(redis.call('GET', KEYS[4]) or '0'),
  redis.call('STRLEN', KEYS[5]), redis.call('GET', KEYS[1]) or ''
}
`;

/**
 * Reads several sources and their units in several locales.
 *
 * KEYS state
 * ARGV prefix ids(16 digits each) locale*
 * Returns one text: per id its sources and its lines per locale, in their order, divided by RS, the
 * ids by GS; what is not there is empty.
 */
export const READ_ENTRIES = `
local found = {}
for from = 1, #ARGV[2], 16 do
  local id = string.sub(ARGV[2], from, from + 15)
  local entry = redis.call('GET', ARGV[1] .. 's' .. id)
  if entry then
    local targets = redis.call('HMGET', ARGV[1] .. 't' .. id, unpack(ARGV, 3))
    for at = 1, #targets do targets[at] = targets[at] or '' end
    entry = entry .. '\\30' .. table.concat(targets, '\\30')
  end
  found[#found + 1] = entry or ''
end
return table.concat(found, '\\29')
`;

/**
 * Removes the units of one source text, in one locale or in all. A source without units leaves an
 * empty line, so that the other lines keep their numbers.
 *
 * KEYS count source targets
 * ARGV source locale(or '')
 * Returns the number of units removed.
 */
export const REMOVE_UNITS = `
local line, lines = nil, {}
for text in string.gmatch(redis.call('GET', KEYS[2]) or '', '([^\\n]*)\\n') do
  if text == ARGV[1] then line = #lines end
  lines[#lines + 1] = text
end
if not line then return 0 end

local ofSource = line .. '\\t'
local removed, left = 0, 0
local fields = redis.call('HGETALL', KEYS[3])
for at = 1, #fields, 2 do
  local kept, gone = {}, 0
  for text in string.gmatch(fields[at + 1], '([^\\n]+)\\n') do
    local mine = string.sub(text, 1, #ofSource) == ofSource
    if mine and (ARGV[2] == '' or ARGV[2] == fields[at]) then
      gone = gone + 1
    else
      kept[#kept + 1] = text
      if mine then left = left + 1 end
    end
  end
  if gone > 0 and #kept == 0 then
    redis.call('HDEL', KEYS[3], fields[at])
  elseif gone > 0 then
    redis.call('HSET', KEYS[3], fields[at], table.concat(kept, '\\n') .. '\\n')
  end
  removed = removed + gone
end
if left == 0 then
  lines[line + 1] = ''
  redis.call('SET', KEYS[2], table.concat(lines, '\\n') .. '\\n')
  redis.call('DECR', KEYS[1])
end
return removed
`;
