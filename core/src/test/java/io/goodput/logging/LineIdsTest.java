package io.goodput.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineIdsTest {
    @Test
    void a_context_gives_the_ids_that_it_has() {
        assertThat(idsOf(CallContext.NONE)).isEmpty();
        assertThat(idsOf(CallContext.NONE.withRequestId("r"))).isEqualTo(Map.of("request_id", "r"));
        assertThat(idsOf(CallContext.NONE.withTrace("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")))
                .isEqualTo(Map.of("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736", "span_id", "00f067aa0ba902b7"));
    }

    @Test
    void what_is_no_trace_gives_none() {
        assertThat(idsOf(CallContext.NONE.withTrace("trace"))).isEmpty();
        assertThat(idsOf(CallContext.NONE.withTrace("x".repeat(55)))).isEmpty();
    }

    private static Map<String, String> idsOf(CallContext context) {
        Map<String, String> ids = new HashMap<>();
        LineIds.of(context, ids::put);
        return ids;
    }
}
