package io.goodput.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.goodput.CallContext;
import io.goodput.guard.Guard;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bytes of the heap, as the JVM counts them for this thread: what a unit costs once there is a sheet to use again. */
class UnitMemoryTest {
    private static final int UNITS = 2_000;
    private static final Count ITEMS = Count.named("items");
    private static final Detail ORDER = Detail.named("order");
    private static final Detail LINES = Detail.named("lines");
    private static final Downstream STOCK = Downstream.named("stock");

    private final Telemetry telemetry =
            Telemetry.builder("shop").ending((unit, _) -> unit.release()).start();
    private final ServiceOperation operation = telemetry
            .operation("op")
            .counts(ITEMS)
            .details(ORDER, LINES)
            .depends(STOCK)
            .declare();
    private final Guard guard =
            Guard.builder("stock").deadline(Duration.ofSeconds(2)).build();

    @AfterEach
    void no_thread_is_left_behind() {
        telemetry.close();
    }

    private interface Action {
        void run() throws Exception;
    }

    private static long bytes(Action action) throws Exception {
        var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < UNITS; i++) {
            action.run();
        }
        long before = bean.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < UNITS; i++) {
            action.run();
        }
        return (bean.getCurrentThreadAllocatedBytes() - before) / UNITS;
    }

    @Test
    void what_is_told_of_a_unit_costs_no_memory() throws Exception {
        long empty = bytes(() -> operation.run(CallContext.NONE, _ -> {}));
        long full = bytes(() -> operation.run(CallContext.NONE, work -> {
            for (int i = 0; i < 10; i++) {
                work.count(ITEMS)
                        .detail(ORDER, "o-4711")
                        .detail(LINES, 1_000 + i)
                        .status("200")
                        .received(5);
            }
        }));

        assertThat(full - empty).isLessThan(16);
    }

    @Test
    void a_unit_costs_its_handle_and_what_a_binding_takes() throws Exception {
        CallContext context = CallContext.NONE.withTenant("blue");
        long binding = bytes(() -> context.call(() -> ""));

        long unit = bytes(() -> operation.call(context, _ -> ""));

        // What binds is made once, so a unit needs no more than a context and its own binding: about what it saves.
        assertThat(unit - binding).isLessThanOrEqualTo(72);
    }

    @Test
    void a_unit_that_is_known_to_its_task_alone_costs_its_handle_at_most() throws Exception {
        assertThat(bytes(() -> operation.callUnbound(CallContext.NONE, _ -> "")))
                .isLessThanOrEqualTo(72);
    }

    @Test
    void a_context_is_made_for_those_who_ask_and_once() throws Exception {
        long silent = bytes(() -> operation.call(CallContext.NONE, _ -> ""));
        long once = bytes(() -> operation.call(CallContext.NONE, _ -> CallContext.current()));
        long often = bytes(() -> operation.call(CallContext.NONE, _ -> {
            for (int i = 0; i < 10; i++) {
                CallContext.current();
            }
            return "";
        }));

        assertThat(once - silent).isBetween(1L, 120L);
        assertThat(often).isLessThanOrEqualTo(once);
    }

    @Test
    void what_is_told_of_a_guarded_call_costs_no_more_than_its_events() throws Exception {
        long one = bytes(() -> operation.run(CallContext.NONE, _ -> guard.call(() -> "")));
        telemetry.watch(guard);
        long watched = bytes(() -> operation.run(CallContext.NONE, _ -> guard.call(() -> "")));

        // A warm compiler makes none of the four events; this thread may run before it is.
        assertThat(watched - one).isLessThan(700);
    }
}
