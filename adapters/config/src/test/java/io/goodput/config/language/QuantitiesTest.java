package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.config.quantity.DurationSpan;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.RateRange;
import io.goodput.config.quantity.Rates;
import io.goodput.config.quantity.Shares;
import io.goodput.config.quantity.Sizes;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands for a quantity, and how it is written back. */
class QuantitiesTest {
    private static final long ONE_BILLIONTH = 0x3E11_2E0B_E826_D695L;
    private static final long ONE = 0x3FF0_0000_0000_0000L;
    private static final long ONE_BILLION = 0x41CD_CD65_0000_0000L;

    @ParameterizedTest
    @CsvSource({
        "50ms, 50_000_000",
        "2s, 2_000_000_000",
        "1.5s, 1_500_000_000",
        "100us, 100_000",
        "250ns, 250",
        "3m, 180_000_000_000",
        "1h, 3_600_000_000_000",
        "2d, 172_800_000_000_000",
        "0s, 0",
        "0.5us, 500",
        "1h30m, 5_400_000_000_000",
        "1d2h3m4s5ms6us7ns, 93_784_005_006_007",
        "1m1.5s, 61_500_000_000",
        "1h90m, 9_000_000_000_000",
        "0h0s, 0",
        "7\u00b5s, 7_000",
        "7\u03bcs, 7_000",
        "1ms0.5\u00b5s, 1_000_500",
        "36500d, 3_153_600_000_000_000_000",
        "1.000000001s, 1_000_000_001",
        "1.50s, 1_500_000_000",
    })
    void durations(String text, String nanos) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofNanos(Long.parseLong(nanos.replace("_", ""))));
    }

    @ParameterizedTest
    @CsvSource({"40/s, 40", "0.5/s, 0.5", "120/m, 2", "2/h, 0.0005555555555555556", "0/s, 0", "1000000000/s, 1e9"})
    void rates(String text, double perSecond) {
        assertThat(Rates.parse(text)).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @CsvSource({"5%, 0.05", "0.05, 0.05", "0, 0", "1, 1", "100%, 1", "0.1%, 0.001", "12.5%, 0.125"})
    void shares(String text, double share) {
        assertThat(Shares.parse(text)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"512B, 512", "64KiB, 65536", "1MiB, 1048576", "1.5KiB, 1536", "1024TiB, 1125899906842624", "0B, 0"})
    void sizes(String text, long bytes) {
        assertThat(Sizes.parse(text)).isEqualTo(bytes);
    }

    @Test
    void spans_and_ranges() {
        var span = DurationSpan.parse("60s..1.5m");
        assertThat(span).isEqualTo(new DurationSpan(Duration.ofSeconds(60), Duration.ofSeconds(90)));
        assertThat(span).hasToString("60s..90s");
        assertThat(RateRange.parse("1/s..66/s")).isEqualTo(new RateRange(1, 66)).hasToString("1/s..66/s");
    }

    @ParameterizedTest
    @CsvSource({
        "1500000000, 1.5s",
        "50000000, 50ms",
        "0, 0s",
        "90000000000, 90s",
        "120000000000, 2m",
        "3600000000000, 1h",
        "86400000000000, 1d",
        "1, 1ns",
        "1500, 1.5us",
        "5400000000000, 90m",
        "1000000001, 1.000000001s",
    })
    void durations_are_written_short(long nanos, String text) {
        assertThat(Durations.format(Duration.ofNanos(nanos))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "40, 40/s",
        "0.5, 0.5/s",
        "0, 0/s",
        "0.0005555555555555556, 2/h",
        "1e9, 1000000000/s",
        "1.6666666666666667, 100/m",
        "3.141592653589793, 3.141592653589793/s",
    })
    void rates_are_written_short(double perSecond, String text) {
        assertThat(Rates.format(perSecond)).isEqualTo(text);
    }

    @Test
    void the_bits_are_those_of_the_numbers_they_are_named_after() {
        assertThat(Double.longBitsToDouble(ONE_BILLIONTH)).isEqualTo(1e-9);
        assertThat(Double.longBitsToDouble(ONE)).isEqualTo(1);
        assertThat(Double.longBitsToDouble(ONE_BILLION)).isEqualTo(1e9);
    }

    @Test
    void shares_and_sizes_are_written_short() {
        assertThat(Shares.format(0.05)).isEqualTo("5%");
        assertThat(Shares.format(1)).isEqualTo("100%");
        assertThat(Shares.format(0)).isEqualTo("0%");
        assertThat(Sizes.format(1536 * 1024)).isEqualTo("1536KiB");
        assertThat(Sizes.format(1 << 20)).isEqualTo("1MiB");
        assertThat(Sizes.format(0)).isEqualTo("0B");
        assertThat(Sizes.format(Sizes.MAX)).isEqualTo("1024TiB");
    }

    @Test
    void what_cannot_be_written_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.format(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.format(Durations.MAX.plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.format(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.format(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.format(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.format(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Sizes.format(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sizes.format(Sizes.MAX + 1));
    }

    @Property
    void a_duration_survives_its_text(@ForAll @LongRange(min = 0, max = 3_153_600_000_000_000_000L) long nanos) {
        var duration = Duration.ofNanos(nanos);
        assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
    }

    @Test
    void parts_add_up_and_what_is_read_is_what_the_schema_lets_pass() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var units = new String[] {"d", "h", "m", "s", "ms", "us", "\u00b5s", "\u03bcs", "ns"};
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            var sum = Duration.ZERO;
            for (int part = random.nextInt(1, 4); part > 0; part--) {
                var one =
                        random.nextInt(50) + (random.nextInt(8) == 0 ? ".5" : "") + units[random.nextInt(units.length)];
                text.append(one);
                sum = one.endsWith(".5ns") ? sum : sum.plus(Durations.parse(one));
            }
            boolean matches = text.toString().matches(Durations.PATTERN);
            try {
                assertThat(Durations.parse(text.toString())).as(text.toString()).isEqualTo(sum);
                assertThat(matches).as("schema of %s", text).isTrue();
                read++;
            } catch (IllegalArgumentException refused) {
                assertThat(!matches || text.toString().endsWith(".5ns"))
                        .as("schema of %s", text)
                        .isTrue();
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    /** Drawn by their bits, so that every size of number and every digit comes up. */
    @Property
    void a_rate_survives_its_text(@ForAll @LongRange(min = ONE_BILLIONTH, max = ONE_BILLION) long bits) {
        double rate = Double.longBitsToDouble(bits);
        assertThat(Rates.parse(Rates.format(rate))).isEqualTo(rate);
    }

    @Property
    void a_written_rate_survives(@ForAll @IntRange(max = 1_000_000) int thousandths) {
        for (var unit : new String[] {"/s", "/m", "/h"}) {
            double rate = Rates.parse(thousandths / 1000 + "." + "%03d".formatted(thousandths % 1000) + unit);
            assertThat(Rates.parse(Rates.format(rate))).isEqualTo(rate);
        }
    }

    @Property
    void a_share_survives_its_text(@ForAll @LongRange(min = ONE_BILLIONTH, max = ONE) long bits) {
        double share = Double.longBitsToDouble(bits);
        assertThat(Shares.parse(Shares.format(share))).isEqualTo(share);
    }

    @Property
    void a_size_survives_its_text(@ForAll @LongRange(min = 0, max = 1L << 50) long bytes) {
        assertThat(Sizes.parse(Sizes.format(bytes))).isEqualTo(bytes);
    }
}
