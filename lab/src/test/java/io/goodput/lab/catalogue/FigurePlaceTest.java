package io.goodput.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.lab.result.SampleResults;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is written where a text has a place for a figure. */
class FigurePlaceTest {
    private static final Scenario STORM = Objects.requireNonNull(Catalogue.find("retry-storm"));
    private static final List<VariantResult> RUNS = SampleResults.retryStorm().variants();

    private static String written(String place) {
        return FigurePlace.parse(place, STORM).written(RUNS);
    }

    @Test
    void a_figure_has_the_unit_of_its_kind() {
        assertThat(written("goodput(none)")).isEqualTo("40.1/s");
        assertThat(written("recovery(none)")).isEqualTo("4.90 s");
        assertThat(written("amplification(backoff)")).isEqualTo("1.02");
        assertThat(written("metastable(three-attempts)")).isEqualTo("81.5 %");
    }

    @Test
    void a_column_that_has_the_unit_gets_the_number_alone_and_the_interval_where_it_asks_for_it() {
        assertThat(written("recovery(none) in s")).isEqualTo("4.90");
        assertThat(written("recovery(none) in ms")).isEqualTo("4,900");
        assertThat(written("recovery(none) ± in s")).isEqualTo("4.90 ±0.40");
    }

    @Test
    void a_figure_may_be_a_share_of_another() {
        assertThat(written("amplification(none) / amplification(backoff)")).isEqualTo("98 %");
    }

    @Test
    void what_the_report_does_not_have_is_refused_and_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written("p9999(none)"))
                .withMessage("p9999(none) was not measured (expected: a figure that the report of the scenario has)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written("p99(nobody)"))
                .withMessageStartingWith("nobody: unknown variant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written("p99(none) in years"))
                .withMessage("unit: years (expected: ms or s)");
    }
}
