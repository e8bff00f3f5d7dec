package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContextCarriersTest {
    private static final CallContext BLUE = CallContext.NONE.withTenant("blue");
    private static final AtomicReference<CallContext> SEEN = new AtomicReference<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(1);
    private final ExecutorService carrying = ContextExecutor.of(threads);

    @AfterEach
    void threads_end() {
        carrying.close();
        assertThat(threads.isTerminated()).isTrue();
    }

    @Test
    void a_task_runs_in_the_context_that_it_was_given_in_and_leaves_nothing_to_the_next() throws Exception {
        Callable<CallContext> task = CallContext::current;

        Future<CallContext> submitted = BLUE.call(() -> carrying.submit(task));
        List<Future<CallContext>> invoked = BLUE.call(() -> carrying.invokeAll(List.of(task, task)));

        assertThat(submitted.get()).isSameAs(BLUE);
        assertThat(invoked).extracting(Future::get).containsOnly(BLUE);
        assertThat(carrying.submit(task).get()).isSameAs(CallContext.NONE);
    }

    @Test
    void what_can_only_execute_carries_it_too() throws Exception {
        Executor plain = ContextExecutor.of((Executor) threads);

        CompletableFuture<CallContext> seen =
                BLUE.call(() -> CompletableFuture.supplyAsync(CallContext::current, plain));

        assertThat(seen.get()).isSameAs(BLUE);
    }

    static List<Function<ContextFuture<String>, CompletableFuture<?>>> stages() {
        Executor here = Runnable::run;
        CompletableFuture<String> never = new CompletableFuture<>();
        CompletableFuture<String> done = CompletableFuture.completedFuture("");
        return List.of(
                f -> f.thenApply(_ -> look()),
                f -> f.thenApplyAsync(_ -> look()),
                f -> f.thenApplyAsync(_ -> look(), here),
                f -> f.thenAccept(_ -> look()),
                f -> f.thenAcceptAsync(_ -> look()),
                f -> f.thenRun(ContextCarriersTest::look),
                f -> f.thenRunAsync(ContextCarriersTest::look, here),
                f -> f.thenCombine(done, (_, _) -> look()),
                f -> f.thenCombineAsync(done, (_, _) -> look(), here),
                f -> f.thenAcceptBoth(done, (_, _) -> look()),
                f -> f.runAfterBoth(done, ContextCarriersTest::look),
                f -> f.applyToEither(never, _ -> look()),
                f -> f.acceptEither(never, _ -> look()),
                f -> f.runAfterEither(never, ContextCarriersTest::look),
                f -> f.thenCompose(_ -> CompletableFuture.completedFuture(look())),
                f -> f.whenComplete((_, _) -> look()),
                f -> f.handle((_, _) -> look()),
                f -> f.thenApply(ContextCarriersTest::fail).exceptionally(_ -> look()),
                f -> f.thenApply(ContextCarriersTest::fail)
                        .exceptionallyCompose(_ -> CompletableFuture.completedFuture(look())),
                f -> f.thenApply(text -> text).thenApplyAsync(_ -> look()));
    }

    private static String look() {
        SEEN.set(CallContext.current());
        return "";
    }

    private static String fail(String text) {
        throw new IllegalStateException(text);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void what_depends_on_a_future_runs_in_its_context_whoever_completes_it(
            Function<ContextFuture<String>, CompletableFuture<?>> stage) throws Exception {
        var source = new CompletableFuture<String>();
        SEEN.set(CallContext.NONE);

        CompletableFuture<?> last = BLUE.call(() -> stage.apply(ContextFuture.from(source)));
        assertThat(threads.submit(() -> source.complete("")).get()).isTrue();
        last.get();

        assertThat(last).isInstanceOf(ContextFuture.class);
        assertThat(SEEN.get()).isEqualTo(BLUE);
    }

    @Test
    void a_task_that_a_future_is_made_of_runs_in_its_context() throws Exception {
        assertThat(BLUE.call(() -> ContextFuture.supply(CallContext::current, threads))
                        .get())
                .isSameAs(BLUE);
    }
}
