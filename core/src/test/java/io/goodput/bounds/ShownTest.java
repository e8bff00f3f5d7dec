package io.goodput.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.balance.Subset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S,0s",
        "PT8760H,365d",
        "PT25H,25h",
        "PT1H30M,90m",
        "PT1M30S,90s",
        "PT1M0.5S,60.5s",
        "PT1.5S,1.5s",
        "PT0.05S,50ms",
        "PT0.0000015S,1.5us",
        "PT0.000000007S,7ns",
        "PT-1S,-1s",
    })
    void a_duration_reads_as_it_is_written_in_a_configuration(Duration time, String text) {
        assertThat(Shown.of(time)).isEqualTo(text);
    }

    @Test
    void a_time_that_never_ends_is_forever() {
        assertThat(Shown.of(Duration.ofNanos(Long.MAX_VALUE))).isEqualTo("forever");
        assertThat(Shown.of(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo("forever");
        assertThat(Shown.rounded(Duration.ofNanos(Long.MAX_VALUE))).isEqualTo("forever");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.012345678S,12.3ms",
        "PT1.23456S,1.23s",
        "PT0.000000999S,999ns",
        "PT0.9996S,1s",
        "PT59.96S,1m",
        "PT1H0M1.234567S,1h",
        "PT-0.0123456S,-12.3ms",
        "PT0S,0s",
    })
    void a_time_for_people_has_three_digits(Duration time, String text) {
        assertThat(Shown.rounded(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1.0,1", "1e9,1000000000", "1e-6,0.000001", "0.1,0.1", "-0.0,0", "1e300,1.0E300", "NaN,NaN"})
    void a_number_has_no_needless_zeros_and_no_exponent(double number, String text) {
        assertThat(Shown.of(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_no_number_prints_itself(double number) {
        assertThat(Shown.of(number)).isEqualTo(Double.toString(number));
    }

    @Test
    void settings_show_what_they_are_made_of_each_as_it_is_written() {
        assertThat(Shown.settings(new Outer("a", new Inner(0.5, Duration.ofHours(1)))))
                .isEqualTo("Outer[name=a, inner=Inner[share=0.5, time=1h]]");
    }

    @Test
    void a_record_that_is_nobody_elses_business_prints_itself() {
        assertThat(Shown.settings(Subset.rendezvous(3))).isEqualTo("RendezvousSubset[size=3]");
    }

    /** Settings with settings in them. */
    public record Outer(String name, Inner inner) {}

    /** Settings in others. */
    public record Inner(double share, Duration time) {}

    @Test
    void anything_else_prints_itself() {
        assertThat(Shown.of(List.of(1, 2))).isEqualTo("[1, 2]");
        assertThat(Shown.of(null)).isEqualTo("null");
    }
}
