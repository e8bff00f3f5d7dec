package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.limit.LimitEvent.Lowered;
import io.goodput.limit.LimitEvent.Raised;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitEventTest {
    private final ConcurrencyLimit limit = new ConcurrencyLimit(AimdLimit.STANDARD.withLimits(2, 1, 3));
    private final List<LimitEvent> heard = new ArrayList<>();

    @Test
    void tells_when_the_limit_rises_and_falls() {
        limit.listen(heard::add);

        succeedBoth(10);
        limit.tryAcquire();
        limit.release(Outcome.THROTTLED, 20, 21);

        assertThat(heard).containsExactly(new Raised(2, 3, 1, 11), new Lowered(3, 2, 0, 21));
    }

    @Test
    void says_nothing_when_the_limit_stays() {
        limit.listen(heard::add);

        succeedBoth(10);
        for (int call = 0; call < 10; call++) {
            succeedBoth(20 + call);
        }

        assertThat(heard).hasSize(1);
    }

    @Test
    void who_has_closed_the_subscription_hears_no_more() {
        limit.listen(heard::add).close();

        succeedBoth(10);

        assertThat(limit.limit()).isEqualTo(3);
        assertThat(heard).isEmpty();
    }

    /** Two calls together, the second of which ends a nanosecond after the first. */
    private void succeedBoth(long now) {
        limit.tryAcquire();
        limit.tryAcquire();
        limit.release(Outcome.SUCCESS, now, now);
        limit.tryAcquire();
        limit.release(Outcome.SUCCESS, now, now + 1);
        limit.release(Outcome.SUCCESS, now, now + 1);
    }
}
