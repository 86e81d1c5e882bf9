/**
 * The memory's writes. A source is a line of `s<id>`, found by its whole text; a unit is a line of a
 * field of `t<id>`: `<line number of the source> TAB <place> TAB <standing> TAB <body>`.
 */

/**
 * Adds units of one source locale, each one whole or not at all.
 *
 * A unit replaces the one with the same source, locale and place unless that one stands higher:
 * standings compare as text. When a source has more places in a locale than it may, the one that
 * stands lowest goes, of equal ones the one written first.
 *
 * KEYS log sizes (source targets)*
 * ARGV sourceLocale maxPlaces header (source locale place standing body entry)*
 * Returns one digit per unit: 0 kept, 1 created, 2 merged.
 */
export const ADD_UNITS = `
local outcomes, entries = {}, {}
for unit = 1, (#KEYS - 2) / 2 do
  local sourceKey, targetsKey = KEYS[unit * 2 + 1], KEYS[unit * 2 + 2]
  local at = (unit - 1) * 6 + 3
  local source, locale, place = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  local standing, body, entry = ARGV[at + 4], ARGV[at + 5], ARGV[at + 6]

  local sources = redis.call('GET', sourceKey) or ''
  local line, lines = nil, 0
  for text in string.gmatch(sources, '([^\\n]*)\\n') do
    if text == source then line = lines end
    lines = lines + 1
  end
  if not line then
    line = lines
    redis.call('SET', sourceKey, sources .. source .. '\\n')
    entries[#entries + 1] = entry
  end

  local ofSource = line .. '\\t'
  local head = ofSource .. place .. '\\t'
  local record = head .. standing .. '\\t' .. body
  local kept, old, places, lowest, loser = {}, nil, 0, nil, nil
  for text in string.gmatch(redis.call('HGET', targetsKey, locale) or '', '([^\\n]+)\\n') do
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
  if old == record or (old and string.match(old, '^[^\\t]*', #head + 1) > standing) then
    outcome = '0'
  else
    if old then outcome = '2' end
    if not old and places >= tonumber(ARGV[2]) then
      table.remove(kept, loser)
      outcome = '2'
    end
    kept[#kept + 1] = record
    redis.call('HSET', targetsKey, locale, table.concat(kept, '\\n') .. '\\n')
  end
  outcomes[unit] = outcome
end
if #entries > 0 then
  if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('SET', KEYS[1], ARGV[3]) end
  redis.call('APPEND', KEYS[1], table.concat(entries))
  redis.call('HINCRBY', KEYS[2], ARGV[1], #entries)
end
return table.concat(outcomes)
`;

/**
 * Removes the units of one source text, in one locale or in all. A source without units leaves an
 * empty line, so that the other lines keep their numbers.
 *
 * KEYS sizes source targets
 * ARGV sourceLocale source locale(or '')
 * Returns the number of units removed.
 */
export const REMOVE_UNITS = `
local line, lines = nil, {}
for text in string.gmatch(redis.call('GET', KEYS[2]) or '', '([^\\n]*)\\n') do
  if text == ARGV[2] then line = #lines end
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
    if mine and (ARGV[3] == '' or ARGV[3] == fields[at]) then
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
  redis.call('HINCRBY', KEYS[1], ARGV[1], -1)
end
return removed
`;
