package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.property.Size;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CallContextTest {
    private static final CallContext BLUE = CallContext.NONE.withTenant("blue").within(new Deadline(1_000));

    @Test
    void outside_of_any_request_there_is_none() {
        assertThat(CallContext.current()).isSameAs(CallContext.NONE);
        assertThat(CallContext.NONE.criticality()).isEqualTo(Criticality.CRITICAL);
    }

    @Test
    void what_runs_inside_finds_it_and_nothing_is_left_behind() throws Exception {
        assertThat(BLUE.call(CallContext::current)).isEqualTo(BLUE);
        BLUE.run(() -> assertThat(CallContext.current()).isEqualTo(BLUE));

        assertThat(CallContext.current()).isSameAs(CallContext.NONE);
    }

    @Property(tries = 200)
    void deadlines_are_monotone_however_contexts_are_nested(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 5_000) Long> deadlines) throws Exception {
        long least = deadlines.stream().mapToLong(Long::longValue).min().orElseThrow();

        assertThat(innermost(deadlines).deadline()).isEqualTo(new Deadline(least));
    }

    private static CallContext innermost(List<Long> deadlines) throws Exception {
        if (deadlines.isEmpty()) {
            return CallContext.current();
        }
        CallContext outer = CallContext.NONE.within(new Deadline(deadlines.getFirst()));
        return outer.call(() -> innermost(deadlines.subList(1, deadlines.size())));
    }

    @Test
    void a_context_made_anew_inside_another_keeps_to_its_deadline() throws Exception {
        CallContext inner = CallContext.NONE.withTenant("red").within(new Deadline(9_000));

        CallContext seen = BLUE.call(() -> inner.call(CallContext::current));

        assertThat(seen.tenant()).isEqualTo("red");
        assertThat(seen.deadline()).isEqualTo(new Deadline(1_000));
    }

    @Test
    void a_new_span_is_of_the_same_trace_and_never_all_zeros() {
        CallContext traced = BLUE.withTrace("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var draws = List.of(0L, 10L).iterator();

        assertThat(traced.inNewSpan(draws::next))
                .isEqualTo(BLUE.withTrace("00-0af7651916cd43dd8448eb211c80319c-000000000000000a-01"));
        assertThat(BLUE.inNewSpan(() -> 1)).isSameAs(BLUE);
    }

    @Test
    void it_can_be_taken_to_another_thread() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.submit(BLUE.wrap(CallContext::current)).get()).isEqualTo(BLUE);
        }
        var seen = new CompletableFuture<CallContext>();
        Thread.ofVirtual().start(BLUE.wrap(() -> {
            seen.complete(CallContext.current());
        }));
        assertThat(seen.get()).isEqualTo(BLUE);
    }
}
