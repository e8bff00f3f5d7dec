package io.goodput.netty.upstream;

import java.util.Map;

/**
 * What the client of one loop holds and has done since it was made.
 *
 * @param connections there are, those that are being made among them
 * @param unused of them
 * @param waiting requests that wait for one: load that their origin does not see
 * @param opened connections
 * @param reused requests that were sent over a connection which had served another
 * @param discarded connections that could not be used again after an answer: answered before the request's end, excess
 *     bytes, closed by the origin's word
 * @param failures by name, zeros included
 */
public record UpstreamSnapshot(
        int connections,
        int unused,
        int waiting,
        long opened,
        long reused,
        long discarded,
        Map<UpstreamFailure, Long> failures) {
    /** Keeps a copy. */
    public UpstreamSnapshot {
        failures = Map.copyOf(failures);
    }
}
