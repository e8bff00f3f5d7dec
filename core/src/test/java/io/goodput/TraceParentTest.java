package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TEXT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void what_a_header_says_is_told_in_numbers() {
        assertThat(TraceParent.parse(TEXT))
                .isEqualTo(new TraceParent(0x0af7651916cd43ddL, 0x8448eb211c80319cL, 0xb7ad6b7169203331L, 1));
    }

    @Property
    void numbers_become_the_header_that_says_them(
            @ForAll long high, @ForAll long low, @ForAll long span, @ForAll byte flags) {
        var parent = new TraceParent(high | 1, low, span | 1, flags & 0xff);

        assertThat(TraceParent.parse(parent.toString())).isEqualTo(parent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333g-01",
            })
    void what_is_not_well_formed_is_none(String text) {
        assertThat(TraceParent.parse(text)).isNull();
    }

    @Test
    void a_unit_of_work_is_asked_for_its_trace_only_when_somebody_wants_it() {
        var unit = new Unit(1);
        CallContext inside = CallContext.NONE.withTrace("outer").withWork(unit);

        assertThat(inside.trace()).isEqualTo("span 1");
        assertThat(inside.inNewSpan(() -> 7).trace()).isEqualTo("span 7");
        assertThat(inside.withTenant("blue").withRequestId("r").work()).isSameAs(unit);
        assertThat(inside.withTrace("another").trace()).isEqualTo("another");
    }

    @Test
    void what_is_done_behind_a_request_stays_in_its_trace_and_is_no_part_of_its_unit() {
        CallContext behind = CallContext.NONE.withWork(new Unit(1)).behind();

        assertThat(behind.work()).isNull();
        assertThat(behind.trace()).isEqualTo("span 1");
    }

    @Test
    void a_span_is_never_zero() {
        var draws = List.of(0L, 0L, 9L).iterator();

        assertThat(TraceParent.drawSpan(draws::next)).isEqualTo(9);
    }

    private record Unit(long span) implements UnitOfWork {
        @Override
        public String traceparent() {
            return "span " + span;
        }

        @Override
        public UnitOfWork inNewSpan(RandomGenerator random) {
            return new Unit(random.nextLong());
        }
    }
}
