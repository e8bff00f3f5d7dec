package io.goodput.balance;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The endpoints that a {@link Strategy} may choose from, and what it goes by. Made once for as long as they are the
 * same.
 *
 * @param endpoints not to be changed
 * @param turn whose turn it is, for those who take turns; shared by all who choose for the same callers
 * @param cost what scores are reckoned with
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read on the hot path
record Candidates(Endpoint[] endpoints, AtomicInteger turn, Cost cost) {
    int count() {
        return endpoints.length;
    }
}
