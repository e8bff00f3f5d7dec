package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickerTest {
    @Test
    void real_time_counts_from_zero_and_never_back() {
        Ticker ticker = Ticker.system();
        long before = ticker.nanos();
        assertThat(before).isBetween(0L, 1L << 62);

        for (int i = 0; i < 10_000; i++) {
            long now = ticker.nanos();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(Ticker.system()).isSameAs(ticker);
    }
}
