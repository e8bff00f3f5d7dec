package io.goodput.slf4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.CallContext;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CallContextMdcTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final CallContext CONTEXT =
            CallContext.NONE.withTrace("00-" + TRACE + "-00f067aa0ba902b7-01").withRequestId("r-17");
    private static final Map<String, String> IDS =
            Map.of("request_id", "r-17", "trace_id", TRACE, "span_id", "00f067aa0ba902b7");

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void the_ids_are_there_for_as_long_as_the_task_runs() throws Exception {
        assertThat(CallContextMdc.call(CONTEXT, MDC::getCopyOfContextMap)).isEqualTo(IDS);
        assertThat(MDC.get("request_id")).isNull();
    }

    @Test
    void what_was_there_before_is_there_again_whatever_happens() {
        MDC.put("request_id", "outer");
        MDC.put("user", "ann");
        assertThatIllegalStateException()
                .isThrownBy(() -> CallContextMdc.run(CONTEXT, () -> {
                    assertThat(MDC.get("request_id")).isEqualTo("r-17");
                    assertThat(MDC.get("user")).isEqualTo("ann");
                    throw new IllegalStateException("no");
                }));
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("request_id", "outer", "user", "ann"));
    }

    @Test
    void a_context_without_ids_hides_those_around_it() throws Exception {
        assertThat(CallContextMdc.call(CONTEXT, () -> CallContextMdc.call(CallContext.NONE, () -> MDC.get("trace_id"))))
                .isNull();
    }

    @Test
    void a_wrapped_task_takes_context_and_ids_to_other_threads() throws Exception {
        Callable<Map<String, String>> task = CONTEXT.call(() -> CallContextMdc.wrap(() -> {
            assertThat(CallContext.current()).isEqualTo(CONTEXT);
            return MDC.getCopyOfContextMap();
        }));
        try (var platform = Executors.newSingleThreadExecutor();
                var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(platform.submit(task).get()).isEqualTo(IDS);
            assertThat(platform.submit(() -> MDC.get("trace_id")).get()).isNull();
            assertThat(virtual.submit(task).get()).isEqualTo(IDS);
        }
    }

    @Test
    void an_id_from_outside_cannot_write_a_line_of_its_own() throws Exception {
        CallContext hostile = CallContext.NONE.withRequestId("r\nERROR \u001b[2J" + "x".repeat(10_000));

        assertThat(CallContextMdc.call(hostile, () -> MDC.get("request_id")))
                .startsWith("r ERROR  [2Jx")
                .hasSize(200);
    }
}
