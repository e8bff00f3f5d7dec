package io.goodput.netty.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeedFloorTest {
    private static final long SECOND = 1_000_000_000L;

    private final SpeedFloor floor = new SpeedFloor(ListenerLimits.STANDARD);

    @Test
    void five_thousand_bytes_in_ten_seconds_are_just_enough() {
        assertThat(floor.isBroken(0, 100)).isFalse();
        assertThat(floor.isBroken(10 * SECOND, 5_100)).isFalse();
        assertThat(floor.isBroken(20 * SECOND, 10_099)).isTrue();
    }

    @Test
    void what_was_fast_once_cannot_be_slow_for_long() {
        assertThat(floor.isBroken(0, 0)).isFalse();
        assertThat(floor.isBroken(10 * SECOND, 1 << 30)).isFalse();
        assertThat(floor.isBroken(19 * SECOND, 1 << 30)).isFalse();
        assertThat(floor.isBroken(20 * SECOND, 1 << 30)).isTrue();
    }

    @Test
    void a_span_begins_anew_after_a_rest() {
        assertThat(floor.isBroken(0, 0)).isFalse();
        floor.rest();
        assertThat(floor.isBroken(10 * SECOND, 0)).isFalse();
        assertThat(floor.isBroken(19 * SECOND, 0)).isFalse();
        assertThat(floor.isBroken(20 * SECOND, 0)).isTrue();
    }
}
