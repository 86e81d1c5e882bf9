/** The scripts with which an index is built; `memory-scripts.ts` has those of the units. */

/**
 * Files postings in buckets of one index.
 *
 * KEYS state
 * ARGV state prefix packed: (number of the bucket, number of postings: 32 bits each; the postings)*
 * Returns 0 when the state is another, else the bytes of the largest bucket that was written.
 */
export const FILE_POSTINGS = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local prefix, packed, at, largest = ARGV[2], ARGV[3], 1, 0
while at <= #packed do
  local bucket, count
  bucket, count, at = struct.unpack('<I4I4', packed, at)
  local key, size = prefix .. string.format('%x', bucket), count * 20
  local bytes = (redis.call('GET', key) or '') .. string.sub(packed, at, at + size - 1)
  redis.call('SET', key, bytes)
  if #bytes > largest then largest = #bytes end
  at = at + size
end
return largest
`;

/**
 * Puts another state in the place of the one expected, moves the mark of what is indexed on from where
 * it is expected, and takes away as many bytes of the recent postings, which are in the index then.
 *
 * KEYS state indexed recent
 * ARGV expectedState expectedIndexed state indexed bytes
 * Returns 0 when state or mark are not those expected, else 1.
 */
export const CHANGE_STATE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if tonumber(redis.call('GET', KEYS[2]) or '0') ~= tonumber(ARGV[2]) then return 0 end
redis.call('SET', KEYS[1], ARGV[3])
redis.call('SET', KEYS[2], ARGV[4])
local left = redis.call('GETRANGE', KEYS[3], tonumber(ARGV[5]), -1)
if left == '' then
  redis.call('DEL', KEYS[3])
else
  redis.call('SET', KEYS[3], left)
end
return 1
`;

/**
 * Takes the lock, keeps it for longer, or (for 0 ms) gives it back.
 *
 * KEYS lock
 * ARGV holder milliseconds
 * Returns 1 when the holder had or has it, else 0.
 */
export const HOLD_LOCK = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
if tonumber(ARGV[2]) > 0 then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
else
  redis.call('DEL', KEYS[1])
end
return 1
`;
