/**
 * The writes that must be all or nothing. Each script names its keys and arguments in order; all
 * keys of one call share the pipeline's hash tag.
 */

/**
 * Takes in a version once, and notes which one was the newest before it. Results that a worker left for a version which Redis had lost are dropped:
 * they are made again, and progress tells the truth.
 * KEYS article version source progress articles open ordinal results
 * ARGV articleId version contentHash now packedSource tenant nArticle (field value)* nVersion (field value)* (progressField progressValue)*
 * Returns `{ outcome, head, ordinal }`, outcome one of accepted, unchanged, conflict, stale, killed.
 */
export const REGISTER_VERSION = `
local head = tonumber(redis.call('HGET', KEYS[1], 'head') or '0')
local version = tonumber(ARGV[2])
local hash = redis.call('HGET', KEYS[2], 'contentHash')
if hash == ARGV[3] then return {'unchanged', head, 0} end
if hash then return {'conflict', head, 0} end
if redis.call('HGET', KEYS[1], 'pubStatus') == 'canceled' then return {'killed', head, 0} end
if version < head then return {'stale', head, 0} end
local at = 7
local function take(key)
  local count = tonumber(ARGV[at])
  redis.call('HSET', key, unpack(ARGV, at + 1, at + count))
  at = at + count + 1
end
take(KEYS[1])
take(KEYS[2])
if head > 0 and head < version then redis.call('HSET', KEYS[2], 'before', head) end
redis.call('DEL', KEYS[4], KEYS[8])
redis.call('HSET', KEYS[4], unpack(ARGV, at, #ARGV))
redis.call('SET', KEYS[3], ARGV[5])
redis.call('ZADD', KEYS[5], ARGV[4], ARGV[1])
redis.call('SADD', KEYS[6], ARGV[1] .. ':' .. ARGV[2])
local ordinal = redis.call('HINCRBY', KEYS[7], ARGV[6], 1)
redis.call('HSET', KEYS[2], 'ordinal', ordinal)
return {'accepted', head, ordinal}
`;

/**
 * Reads what a job needs, and marks its stage as running unless its result is there: then its
 * progress says so already. A job made before the version was reviewed marks nothing.
 * KEYS article version results progress source
 * ARGV field progressValue channel message workHash neededField*
 * Returns head, pubStatus, workHash, canceled, targets, done (1 or 0), then each needed value.
 */
export const OPEN_STAGE = `
local article = redis.call('HMGET', KEYS[1], 'head', 'pubStatus')
local version = redis.call('HMGET', KEYS[2], 'contentHash', 'canceled', 'targets', 'workHash')
local hash = version[4] or version[1]
local done = redis.call('HEXISTS', KEYS[3], ARGV[1])
if done == 0 and hash == ARGV[5] then
  redis.call('HSET', KEYS[4], ARGV[1], ARGV[2])
  redis.call('PUBLISH', ARGV[3], ARGV[4])
end
local reply = {article[1], article[2], hash, version[2], version[3], tostring(done)}
for at = 6, #ARGV do
  if ARGV[at] == 'source' then
    reply[at + 1] = redis.call('GET', KEYS[5])
  else
    reply[at + 1] = redis.call('HGET', KEYS[3], ARGV[at])
  end
end
return reply
`;

/**
 * Stores a stage's result unless one is there: the first execution's bytes stand. What an earlier
 * run had left for this stage goes; what a job brings that is older than the version's review is
 * not taken.
 * KEYS results progress changes version
 * ARGV mainField progressField progressValue channel message feedEvent(JSON or '') workHash (field value)*
 * Returns 1 when stored, 0 when a result stood there already or the job is too old.
 */
export const COMMIT_RESULT = `
local hashes = redis.call('HMGET', KEYS[4], 'contentHash', 'workHash')
local hash = hashes[2] or hashes[1]
if hash and hash ~= ARGV[7] then return 0 end
local created = 0
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
  redis.call('HSET', KEYS[1], unpack(ARGV, 8, #ARGV))
  redis.call('HDEL', KEYS[1], 'before.' .. ARGV[1])
  if ARGV[6] ~= '' then redis.call('XADD', KEYS[3], 'MAXLEN', '~', 100000, '*', 'event', ARGV[6]) end
  created = 1
end
redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return created
`;

/**
 * Records where a stage stands unless its result is stored: a late or repeated attempt must not
 * take back what is done, nor speak for a version that was reviewed since.
 * KEYS results progress version
 * ARGV field progressValue channel message workHash
 */
export const MARK_PROGRESS = `
local hashes = redis.call('HMGET', KEYS[3], 'contentHash', 'workHash')
local hash = hashes[2] or hashes[1]
if hash and hash ~= ARGV[5] then return 0 end
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 1
`;

/**
 * Sets the publishing status and tells all who must know, at once. A kill cannot be taken back.
 * KEYS article articles changes
 * ARGV pubStatus now articleId feedEvent(JSON) message channel*
 * Returns 1, or 0 when the article was killed before.
 */
export const SET_PUB_STATUS = `
if redis.call('HGET', KEYS[1], 'pubStatus') == 'canceled' and ARGV[1] ~= 'canceled' then return 0 end
redis.call('HSET', KEYS[1], 'pubStatus', ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[3])
redis.call('XADD', KEYS[3], 'MAXLEN', '~', 100000, '*', 'event', ARGV[4])
for at = 6, #ARGV do redis.call('PUBLISH', ARGV[at], ARGV[5]) end
return 1
`;

/**
 * Closes a run of an article version once; what is left of the results before a review goes.
 * KEYS version open articles ordinal changes results
 * ARGV run state now articleId version tenant channel message feedEvent(JSON)
 * Returns 1 when this call closed it, 0 when it was closed, or put on the queue again, before.
 */
export const CLOSE_VERSION = `
local run = tonumber(ARGV[1])
if tonumber(redis.call('HGET', KEYS[1], 'run') or '0') ~= run then return 0 end
if tonumber(redis.call('HGET', KEYS[1], 'closedRun') or '-1') >= run then return 0 end
redis.call('HSET', KEYS[1], 'state', ARGV[2], 'closedAt', ARGV[3], 'closedRun', run)
if redis.call('HEXISTS', KEYS[1], 'workHash') == 1 then
  for _, field in ipairs(redis.call('HKEYS', KEYS[6])) do
    if string.sub(field, 1, 7) == 'before.' then redis.call('HDEL', KEYS[6], field) end
  end
end
if redis.call('SREM', KEYS[2], ARGV[4] .. ':' .. ARGV[5]) == 1 then
  if redis.call('HINCRBY', KEYS[4], ARGV[6], -1) <= 0 then redis.call('HDEL', KEYS[4], ARGV[6]) end
end
redis.call('ZADD', KEYS[3], ARGV[3], ARGV[4])
redis.call('XADD', KEYS[5], 'MAXLEN', '~', 100000, '*', 'event', ARGV[9])
redis.call('PUBLISH', ARGV[7], ARGV[8])
return 1
`;

/**
 * Opens the next run of a version whose last run is closed; stages with a result stay done.
 * KEYS version progress open articles ordinal results
 * ARGV articleId version tenant now channel message expectedRun (progressField progressValue)*
 * Returns the new run, or 0 when another caller was first.
 */
export const OPEN_RUN = `
local expected = tonumber(ARGV[7])
if tonumber(redis.call('HGET', KEYS[1], 'run') or '0') ~= expected then return 0 end
if tonumber(redis.call('HGET', KEYS[1], 'closedRun') or '-1') < expected then return 0 end
local run = redis.call('HINCRBY', KEYS[1], 'run', 1)
redis.call('HSET', KEYS[1], 'state', 'running')
redis.call('HDEL', KEYS[1], 'closedAt', 'canceled')
for at = 8, #ARGV, 2 do
  if redis.call('HEXISTS', KEYS[6], ARGV[at]) == 0 then redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1]) end
end
if redis.call('SADD', KEYS[3], ARGV[1] .. ':' .. ARGV[2]) == 1 then redis.call('HINCRBY', KEYS[5], ARGV[3], 1) end
redis.call('ZADD', KEYS[4], ARGV[4], ARGV[1])
redis.call('PUBLISH', ARGV[5], ARGV[6])
return run
`;

/**
 * Opens a run that makes the given stages again as people decided. Their results move to
 * `before.<field>`, where readers find them until the new ones are there.
 * KEYS article version source progress open articles ordinal results
 * ARGV articleId version tenant now channel message expectedRun expectedReviews workHash review(JSON) packedSource (progressField progressValue)*
 * Returns the new run, or 0 where the version is not the newest, runs, was killed, or another caller was first.
 */
export const OPEN_REVIEW = `
local article = redis.call('HMGET', KEYS[1], 'head', 'pubStatus')
if article[1] ~= ARGV[2] or article[2] == 'canceled' then return 0 end
local known = redis.call('HMGET', KEYS[2], 'run', 'closedRun', 'reviews')
local expected = tonumber(ARGV[7])
if tonumber(known[1] or '0') ~= expected or tonumber(known[2] or '-1') < expected then return 0 end
if tonumber(known[3] or '0') ~= tonumber(ARGV[8]) then return 0 end
local run = redis.call('HINCRBY', KEYS[2], 'run', 1)
redis.call('HSET', KEYS[2], 'state', 'running', 'workHash', ARGV[9], 'review', ARGV[10])
redis.call('HINCRBY', KEYS[2], 'reviews', 1)
redis.call('HDEL', KEYS[2], 'closedAt', 'canceled')
redis.call('SET', KEYS[3], ARGV[11])
for at = 12, #ARGV, 2 do
  local result = redis.call('HGET', KEYS[8], ARGV[at])
  if result then
    redis.call('HSET', KEYS[8], 'before.' .. ARGV[at], result)
    redis.call('HDEL', KEYS[8], ARGV[at])
  end
  redis.call('HSET', KEYS[4], ARGV[at], ARGV[at + 1])
end
if redis.call('SADD', KEYS[5], ARGV[1] .. ':' .. ARGV[2]) == 1 then redis.call('HINCRBY', KEYS[7], ARGV[3], 1) end
redis.call('ZADD', KEYS[6], ARGV[4], ARGV[1])
redis.call('PUBLISH', ARGV[5], ARGV[6])
return run
`;
