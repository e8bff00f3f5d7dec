package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DiskWatchTest {
    private final DiskWatch watch = new DiskWatch(DiskLimits.STANDARD);

    @Test
    void the_less_is_free_the_less_is_written() {
        assertThat(watch.observe(0.10)).isEqualTo(WriterMode.ALL);
        assertThat(watch.observe(0.0999)).isEqualTo(WriterMode.SAMPLED);
        assertThat(watch.observe(0.05)).isEqualTo(WriterMode.SAMPLED);
        assertThat(watch.observe(0.0499)).isEqualTo(WriterMode.ERRORS);
        assertThat(watch.observe(0.02)).isEqualTo(WriterMode.ERRORS);
        assertThat(watch.observe(0.0199)).isEqualTo(WriterMode.COUNTS);
        assertThat(watch.observe(0)).isEqualTo(WriterMode.COUNTS);
    }

    @Test
    void it_goes_back_only_when_there_is_a_fifth_more_than_the_limit() {
        watch.observe(0.01);

        assertThat(watch.observe(0.0239)).isEqualTo(WriterMode.COUNTS);
        assertThat(watch.observe(0.0241)).isEqualTo(WriterMode.ERRORS);
        assertThat(watch.observe(0.0599)).isEqualTo(WriterMode.ERRORS);
        assertThat(watch.observe(0.0601)).isEqualTo(WriterMode.SAMPLED);
        assertThat(watch.observe(0.1199)).isEqualTo(WriterMode.SAMPLED);
        assertThat(watch.observe(0.1201)).isEqualTo(WriterMode.ALL);
    }

    @Test
    void it_may_leap() {
        assertThat(watch.observe(0.001)).isEqualTo(WriterMode.COUNTS);
        assertThat(watch.observe(0.9)).isEqualTo(WriterMode.ALL);
    }

    @Test
    void limits_out_of_order_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiskLimits(0.1, 0.2, 0.05))
                .withMessage("errors: 0.2 (expected: >= 0 and <= 0.1)");
    }
}
