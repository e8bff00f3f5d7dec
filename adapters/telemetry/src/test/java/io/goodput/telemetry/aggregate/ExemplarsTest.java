package io.goodput.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.PlainUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExemplarsTest {
    private final List<Outgoing> written = new ArrayList<>();
    private final Exemplars exemplars = new Exemplars(written::add);

    @Test
    void a_unit_that_is_written_is_remembered_by_operation_and_outcome_and_goes_on() {
        exemplars.leave(PlainUnit.of(0xab, 0xcd).nanos(7));
        exemplars.leave(PlainUnit.of(1, 2).outcome(Outcome.TIMEOUT));

        assertThat(written).hasSize(2);
        assertThat(exemplars.of("place-order", Outcome.SUCCESS).orElseThrow().trace())
                .isEqualTo("00000000000000ab00000000000000cd");
        assertThat(exemplars.of("place-order", Outcome.TIMEOUT).orElseThrow().traceLow())
                .isEqualTo(2);
        assertThat(exemplars.of("place-order", Outcome.DROPPED)).isEmpty();
        assertThat(exemplars.of("list", Outcome.SUCCESS)).isEmpty();
    }

    @Test
    void one_of_the_same_second_and_one_without_a_trace_are_not_remembered() {
        exemplars.leave(PlainUnit.of(0, 0));
        assertThat(exemplars.of("place-order", Outcome.SUCCESS)).isEmpty();

        exemplars.leave(PlainUnit.of(1, 1));
        exemplars.leave(PlainUnit.of(2, 2));
        assertThat(exemplars.of("place-order", Outcome.SUCCESS).orElseThrow().traceLow())
                .isEqualTo(1);
    }
}
