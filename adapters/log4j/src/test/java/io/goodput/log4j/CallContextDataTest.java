package io.goodput.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallContextDataTest {
    private final CallContextData data = new CallContextData();

    @Test
    void gives_the_ids_of_the_current_context() throws Exception {
        CallContext context = CallContext.NONE
                .withTrace("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .withRequestId("r\n17");
        Map<String, String> ids = Map.of(
                "request_id", "r 17",
                "trace_id", "4bf92f3577b34da6a3ce929d0e0e4736",
                "span_id", "00f067aa0ba902b7");

        assertThat(context.call(data::supplyContextData)).isEqualTo(ids);
        assertThat(context.call(() -> data.supplyStringMap().toMap())).isEqualTo(ids);
    }

    @Test
    void gives_nothing_outside_of_any_request() {
        assertThat(data.supplyContextData()).isEmpty();
        assertThat(data.supplyStringMap().isEmpty()).isTrue();
    }
}
