package io.goodput.limit;

/**
 * What a {@link RateLimit} holds and has refused since it was made, for telemetry. Counts never fall, and are zeros
 * where nothing has happened.
 *
 * @param keys how many have a bucket now
 * @param refusedByKey requests for which their key's bucket had too little, or was too small
 * @param refusedByAll requests for which only the {@linkplain RateLimit.Settings#overall overall} limit had too little
 */
public record RateLimitSnapshot(int keys, long refusedByKey, long refusedByAll) {}
