package io.goodput.logs.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.figures.SeriesColumns;
import io.goodput.screen.Screen;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SparklineTest {
    private static final Screen SCREEN = new Screen(80, false, true);

    private static double[] columns(int most, @Nullable Double... series) {
        return SeriesColumns.of(Arrays.asList(series), most);
    }

    @Test
    void the_highest_is_full_zero_is_a_line_and_a_gap_is_blank() {
        assertThat(Sparkline.of(columns(9, 8.0, 4.0, 0.0, null, 0.001, 8.0), SCREEN))
                .isEqualTo("█▄_ ▁█");
        assertThat(Sparkline.of(columns(9, 8.0, 4.0, 0.0, null), new Screen(80, false, false)))
                .isEqualTo("@=_ ");
        assertThat(Sparkline.of(columns(9, 0.0, 0.0), SCREEN)).isEqualTo("__");
    }

    @Test
    void what_is_too_long_is_averaged_and_a_gap_stays_one_only_if_nobody_tells_of_any_of_it() {
        assertThat(columns(2, 2.0, 4.0, null, null)).containsExactly(3, Double.NaN);
        assertThat(columns(2, 2.0, null, null, 5.0)).containsExactly(2, 5);
        assertThat(columns(3, 1.0, 2.0, 3.0, 4.0, 5.0)).containsExactly(1, 2.5, 4.5);
        assertThat(columns(3)).isEmpty();
    }
}
