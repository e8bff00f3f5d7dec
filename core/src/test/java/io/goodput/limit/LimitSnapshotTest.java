package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Criticality;
import io.goodput.Outcome;
import io.goodput.limit.RateLimit.Rate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LimitSnapshotTest {
    @Test
    void a_concurrency_limit_counts_what_it_refuses() {
        var limit = new ConcurrencyLimit(new FixedLimit(2));
        assertThat(limit.snapshot()).isEqualTo(new LimitSnapshot(2, 0, 0, 0, 0));

        for (int call = 0; call < 5; call++) {
            limit.tryAcquire();
        }
        limit.release(Outcome.SUCCESS, 0, 1);

        assertThat(limit.snapshot()).isEqualTo(new LimitSnapshot(2, 1, 3, 0, 0));
    }

    @Test
    void a_concurrency_limit_counts_what_it_learns() {
        var limit = new ConcurrencyLimit(AimdLimit.STANDARD);
        int before = limit.limit();
        limit.tryAcquire();
        limit.release(Outcome.THROTTLED, 0, 1_000_000_000L);

        assertThat(limit.limit()).isLessThan(before);
        assertThat(limit.snapshot()).isEqualTo(new LimitSnapshot(limit.limit(), 0, 0, 0, 1));
    }

    @Test
    void a_rate_limit_tells_which_bucket_was_empty() {
        var limit = new RateLimit(RateLimit.Settings.of(1).withBurst(2).withOverall(new Rate(1, 3)));
        assertThat(limit.snapshot()).isEqualTo(new RateLimitSnapshot(0, 0, 0));

        assertThat(limit.tryAcquire("a", 2, 0)).isTrue();
        assertThat(limit.tryAcquire("a", 0)).isFalse();
        assertThat(limit.tryAcquire("b", 3, 0)).isFalse();
        assertThat(limit.tryAcquire("b", 2, 0)).isFalse();

        assertThat(limit.snapshot()).isEqualTo(new RateLimitSnapshot(2, 2, 1));
    }

    @Test
    void a_client_throttle_tells_what_was_refused_and_what_was_not_sent() {
        var throttle = new ClientThrottle(ClientThrottle.Settings.STANDARD.withMinPerSecond(0));
        assertThat(throttle.snapshot().accepted())
                .hasSize(Criticality.values().length)
                .containsEntry(Criticality.CRITICAL, 0L);
        var random = new SplittableRandom(1);
        int dropped = 0;
        for (int request = 0; request < 100; request++) {
            if (throttle.tryPass(request, Criticality.SHEDDABLE, random)) {
                throttle.ended(Outcome.THROTTLED, Criticality.SHEDDABLE, request);
            } else {
                dropped++;
            }
        }
        throttle.tryPass(100, random);
        throttle.ended(Outcome.SUCCESS, 100);

        ThrottleSnapshot snapshot = throttle.snapshot();
        assertThat(snapshot.dropped()).isEqualTo(dropped).isPositive();
        assertThat(snapshot.refused())
                .containsEntry(Criticality.SHEDDABLE, 100L)
                .containsEntry(Criticality.CRITICAL, 0L);
        assertThat(snapshot.accepted())
                .containsEntry(Criticality.CRITICAL, 1L)
                .containsEntry(Criticality.SHEDDABLE, 0L);
    }
}
