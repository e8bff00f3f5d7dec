package io.goodput.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.TraceParent;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.telemetry.record.TreeFields;
import io.goodput.telemetry.unit.Sheet.Access;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkThreadsTest {
    private static final Count ITEMS = Count.named("items");
    private static final CallOptions READ = CallOptions.NONE.idempotently().keyed("read");

    private static final HedgePolicy.Settings HEDGE =
            new HedgePolicy.Settings(1, 10, HedgeDelay.fixed(Duration.ofMillis(1)), 1);

    private final Desk desk = new Desk();
    private final Telemetry telemetry = desk.builder().start();
    private final ServiceOperation operation =
            telemetry.operation("op").counts(ITEMS).declare();

    @AfterEach
    void no_thread_is_left_behind() {
        telemetry.close();
    }

    @Test
    void it_is_found_by_what_runs_inside_and_by_nobody_else() throws Exception {
        assertThat(Work.current()).isNull();

        operation.run(CallContext.NONE, work -> assertThat(Work.current()).isEqualTo(work));

        assertThat(Work.current()).isNull();
    }

    @Test
    void whom_only_the_task_knows_is_found_by_those_whom_it_tells() throws Exception {
        Work found = operation.callUnbound(CallContext.NONE.withTenant("blue"), work -> {
            assertThat(Work.current()).isNull();
            return work.in(CallContext.NONE)
                    .call(() -> Objects.requireNonNull(Work.current()).count(ITEMS));
        });

        assertThat(found.isOpen()).isFalse();
        assertThat(desk.last()).containsEntry("counts", Map.of("items", 1L)).containsEntry("tenant", "blue");
    }

    @Test
    void a_context_that_is_kept_names_its_unit_after_its_sheet_is_anothers() throws Exception {
        CallContext[] kept = new CallContext[1];
        operation.run(CallContext.NONE, _ -> kept[0] = CallContext.current());
        String before = kept[0].trace();

        operation.run(CallContext.NONE, _ -> {
            assertThat(kept[0].trace())
                    .isEqualTo(before)
                    .isNotEqualTo(CallContext.current().trace());
            kept[0].run(() -> Objects.requireNonNull(Work.current()).count(ITEMS));
        });

        assertThat(desk.last()).containsEntry("counts", Map.of("items", 0L));
        assertThat(desk.ledger.accounting().late()).isOne();
    }

    @Test
    void a_handle_of_a_unit_that_ended_touches_no_other() throws Exception {
        Work[] old = new Work[1];
        operation.run(CallContext.NONE, work -> old[0] = work);
        operation.run(CallContext.NONE, work -> {
            old[0].count(ITEMS, 100).status("500").client("old");
            old[0].end();
            Thread.startVirtualThread(() -> old[0].count(ITEMS, 100).part()).join();
            work.count(ITEMS);
        });

        assertThat(desk.records).hasSize(2);
        assertThat(desk.last())
                .containsEntry("counts", Map.of("items", 1L))
                .containsEntry("outcome", "SUCCESS")
                .doesNotContainKeys("status", "client");
        assertThat(desk.ledger.accounting().late()).isEqualTo(4);
    }

    @Test
    void only_the_thread_that_it_belongs_to_stores_plainly() throws Exception {
        Access[] access = new Access[2];
        operation.run(CallContext.NONE, work -> {
            access[0] = work.enter();
            Thread.ofPlatform()
                    .start(() -> {
                        access[1] = work.enter();
                        work.leave(access[1]);
                    })
                    .join();
        });

        assertThat(access).containsExactly(Access.OWN, Access.SHARED);
    }

    @Test
    void memory_is_not_used_again_while_its_thread_may_be_at_it() throws Exception {
        operation.run(CallContext.NONE, work -> {
            Thread.startVirtualThread(work::end).join();
            operation.run(
                    CallContext.NONE, inner -> assertThat(inner.dependencies()).isNotSameAs(work.dependencies()));
        });
    }

    @Test
    void what_many_threads_and_its_own_tell_at_once_is_all_there() throws Exception {
        int each = 100_000;
        operation.run(CallContext.NONE, work -> {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(Thread.ofPlatform().start(() -> count(work, each)));
            }
            count(work, each);
            for (Thread thread : threads) {
                thread.join();
            }
        });

        assertThat(desk.last()).containsEntry("counts", Map.of("items", 5L * each));
        assertThat(desk.ledger.accounting().late()).isZero();
    }

    private static void count(Work work, int times) {
        for (int i = 0; i < times; i++) {
            work.count(ITEMS);
        }
    }

    @Test
    void a_unit_that_another_thread_ends_is_not_ended_again_by_its_own() throws Exception {
        operation.run(CallContext.NONE, work -> {
            Thread.startVirtualThread(work::end).join();
            assertThat(work.isOpen()).isFalse();
            work.count(ITEMS);
            operation.run(CallContext.NONE, inner -> inner.count(ITEMS, 7));
            work.count(ITEMS);
        });

        assertThat(desk.records)
                .extracting(each -> each.get("counts"))
                .containsExactly(Map.of("items", 0L), Map.of("items", 7L));
        assertThat(desk.ledger.accounting().late()).isEqualTo(2);
    }

    /** By reflection: structured scopes are still a preview, which javac takes only from those who ask for it. */
    @Test
    void threads_of_a_structured_scope_inherit_it() throws Exception {
        Class<?> scopes = Class.forName("java.util.concurrent.StructuredTaskScope");
        operation.run(CallContext.NONE, _ -> {
            try (var scope = (AutoCloseable) scopes.getMethod("open").invoke(null)) {
                for (int i = 0; i < 10; i++) {
                    Callable<Work> task =
                            () -> Objects.requireNonNull(Work.current()).count(ITEMS);
                    scopes.getMethod("fork", Callable.class).invoke(scope, task);
                }
                scopes.getMethod("join").invoke(scope);
            }
        });

        assertThat(desk.last()).containsEntry("counts", Map.of("items", 10L));
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_call_that_ends_on_another_thread_is_told_whole() throws Exception {
        Guard guard =
                Guard.builder("stock").attemptContext(AttemptContext.SPANS).build();
        telemetry.watch(guard, Object::toString);
        var answer = new CompletableFuture<Integer>();

        operation.run(CallContext.NONE, _ -> {
            var called = guard.callAsync(READ, () -> answer);
            Thread.startVirtualThread(() -> answer.complete(200));
            called.get();
        });

        var call =
                TreeFields.<List<Map<String, Object>>>in(desk.last(), "calls").getFirst();
        assertThat(call).containsEntry("operation", "read").containsEntry("outcome", "SUCCESS");
        assertThat((List<Map<String, Object>>) call.get("attempts"))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("status", "200"));
        assertThat(stock())
                .containsEntry("success", 1L)
                .containsEntry("by_status", Map.of("200", 1L))
                .containsEntry("by_operation", Map.of("read", 1L));
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_hedge_is_told_as_one_with_a_span_of_its_own_and_so_is_the_attempt_that_it_beat() throws Exception {
        Guard guard = Guard.builder("stock")
                .attemptContext(AttemptContext.SPANS)
                .hedge(new HedgePolicy(HEDGE))
                .build();
        telemetry.watch(guard);
        var never = new CountDownLatch(1);

        operation.run(
                CallContext.NONE,
                _ -> guard.callAttempt(READ, attempt -> {
                    if (!attempt.hedge()) {
                        never.await();
                    }
                    return TraceParent.parse(CallContext.current().trace());
                }));

        assertThat(stock())
                .containsEntry("calls", 1L)
                .containsEntry("first", 1L)
                .containsEntry("retries", 0L)
                .containsEntry("hedges", 1L)
                .containsEntry("success", 1L)
                .containsEntry("cancelled", 1L);
        var call =
                TreeFields.<List<Map<String, Object>>>in(desk.last(), "calls").getFirst();
        List<Map<String, Object>> attempts = TreeFields.in(call, "attempts");
        assertThat(attempts).extracting(each -> each.get("hedge")).containsExactly(null, true);
        assertThat(attempts)
                .extracting(each -> each.get("span"))
                .doesNotContain(desk.last().get("id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_call_that_goes_on_after_the_unit_is_late() throws Exception {
        Guard guard = Guard.builder("stock").build();
        telemetry.watch(guard);
        var answer = new CompletableFuture<String>();
        CompletableFuture<?>[] called = new CompletableFuture<?>[1];

        operation.run(CallContext.NONE, _ -> called[0] = guard.callAsync(() -> answer));
        answer.complete("late");
        called[0].get();

        assertThat(stock())
                .containsEntry("calls", 1L)
                .containsEntry("first", 1L)
                .containsEntry("success", 0L);
        assertThat(desk.ledger.accounting().late()).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> stock() {
        Map<String, Object> dependencies = TreeFields.in(desk.last(), "dependencies");
        return TreeFields.in(dependencies, "stock");
    }
}
