package io.goodput.config.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.AlphaChars;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.property.StringLength;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES = List.of("arrivals", "rate", "max-attempts", "s", "ms");

    @ParameterizedTest
    @CsvSource({"rte, rate", "raet, rate", "RATE, rate", "arivals, arrivals", "maxAttempts, max-attempts", "mss, ms"})
    void finds_what_was_meant(String name, String meant) {
        assertThat(NearestName.of(name, NAMES)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "latency", "q", "'m'", "zz"})
    void does_not_guess_wildly(String name) {
        assertThat(NearestName.of(name, List.of("arrivals", "rate", "s", "m-x")))
                .isNull();
    }

    @Test
    void of_equals_takes_the_first_and_of_long_names_none() {
        assertThat(NearestName.of("bat", List.of("cat", "bar"))).isEqualTo("cat");
        assertThat(NearestName.of("a".repeat(101), List.of("a".repeat(100)))).isNull();
        assertThat(NearestName.of("a".repeat(100), List.of("a".repeat(101)))).isNull();
        assertThat(NearestName.of("x", List.of())).isNull();
    }

    @Property
    void distance_is_symmetric_and_zero_only_for_the_same_letters(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        int distance = NearestName.distance(a, b);
        assertThat(distance)
                .isEqualTo(NearestName.distance(b, a))
                .isLessThanOrEqualTo(Math.max(a.length(), b.length()));
        assertThat(distance == 0).isEqualTo(a.equalsIgnoreCase(b));
    }

    @Test
    void a_swap_of_neighbours_is_one_change() {
        assertThat(NearestName.distance("arte", "rate")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }
}
