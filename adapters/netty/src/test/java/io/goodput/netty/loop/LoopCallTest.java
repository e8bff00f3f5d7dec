package io.goodput.netty.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Priority;
import io.goodput.admission.Shed;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On loops with threads of their own and the clock of the machine: the same steps, whatever time they take. */
@Timeout(60)
class LoopCallTest {
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

    @AfterEach
    void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static final Duration SHORT = Duration.ofMillis(2);

    @Test
    void an_attempt_that_never_ends_runs_out_of_time_and_is_tried_again() throws Exception {
        Guard guard = Guard.builder("real")
                .attemptTimeout(SHORT)
                .retry(RetryPolicy.builder()
                        .attempts(3)
                        .backoff(Backoff.exponential(SHORT, SHORT))
                        .build())
                .build();

        List<String> log = run(guard, CallOptions.NONE, (call, attempt) -> {
            if (attempt == 3) {
                call.attemptEnded(3, Outcome.SUCCESS, null);
            }
        });

        assertThat(log).containsExactly("begin 1", "cancel 1", "begin 2", "cancel 2", "begin 3", "finish SUCCESS");
    }

    @Test
    void a_hedge_is_sent_beside_a_slow_attempt_and_the_slow_one_is_cancelled() throws Exception {
        Guard guard = Guard.builder("real")
                .hedge(new HedgePolicy(new HedgePolicy.Settings(1, 5, new HedgeDelay.Fixed(SHORT), 1)))
                .build();

        List<String> log = run(guard, CallOptions.NONE.idempotently(), (call, attempt) -> {
            if (attempt == 2) {
                call.attemptEnded(2, Outcome.SUCCESS, null);
            }
        });

        assertThat(log).containsExactly("begin 1", "begin 2", "cancel 1", "finish SUCCESS");
    }

    @Test
    void a_deadline_ends_the_call() throws Exception {
        Guard guard = Guard.builder("real").deadline(SHORT).build();

        assertThat(run(guard, CallOptions.NONE, (_, _) -> {})).containsExactly("begin 1", "cancel 1", "finish TIMEOUT");
    }

    private interface Begun {
        void begun(LoopCall call, int attempt);
    }

    private List<String> run(Guard guard, CallOptions options, Begun begun) throws Exception {
        EventLoop loop = group.next();
        var timers = new LoopTimers(loop, Ticker.system());
        var log = new CompletableFuture<List<String>>();
        loop.execute(() -> new LoopCall(guard, timers) {
            private final List<String> lines = new ArrayList<>();

            @Override
            protected void begin(int attempt, long now) {
                lines.add("begin " + attempt);
                begun.begun(this, attempt);
            }

            @Override
            protected void cancel(int attempt, long now) {
                lines.add("cancel " + attempt);
            }

            @Override
            protected void finished(GuardedCall call, long now) {
                lines.add("finish " + call.outcome());
                log.complete(loop.inEventLoop() ? lines : List.of("not on its loop"));
            }
        }.start(options, CallContext.NONE));
        return log.get();
    }

    @Test
    void one_queue_bounds_the_requests_of_all_loops_and_each_hears_on_its_own() throws Exception {
        int requests = 2_000;
        var admission = new LoopAdmission(3, AdmissionSettings.STANDARD.withCapacity(requests));
        var timers = List.of(
                new LoopTimers(group.next(), Ticker.system()), new LoopTimers(group.next(), Ticker.system()));
        var inside = new AtomicInteger();
        Set<String> wrong = ConcurrentHashMap.newKeySet();
        var done = new CountDownLatch(requests);
        for (int i = 0; i < requests; i++) {
            LoopTimers own = timers.get(i % 2);
            own.loop().execute(() -> enter(admission, own, inside, wrong, done));
        }
        done.await();

        assertThat(wrong).isEmpty();
        assertThat(admission.queue().inService()).isZero();
        assertThat(admission.queue().waiting()).isZero();
    }

    private static void enter(
            LoopAdmission admission, LoopTimers timers, AtomicInteger inside, Set<String> wrong, CountDownLatch done) {
        var entrant = new Entrant(timers) {
            @Override
            protected void admitted(long now) {
                if (!timers.loop().inEventLoop()) {
                    wrong.add("not on its loop");
                }
                if (inside.incrementAndGet() > 3) {
                    wrong.add("too many");
                }
                timers.loop().execute(() -> {
                    inside.decrementAndGet();
                    leave(Outcome.SUCCESS, timers.nanos());
                    done.countDown();
                });
            }

            @Override
            protected void shed(Shed reason, long now) {
                done.countDown();
            }
        };
        admission.enter(entrant, new AdmissionRequest(Priority.CRITICAL, "one", Deadline.NONE), timers.nanos());
    }

    @Test
    void what_waits_for_too_long_is_shed_by_its_own_loop() throws Exception {
        var admission = new LoopAdmission(1, AdmissionSettings.STANDARD.withMaxWait(SHORT));
        var timers = new LoopTimers(group.next(), Ticker.system());
        var shed = new CompletableFuture<Shed>();
        timers.loop().execute(() -> {
            var request = new AdmissionRequest(Priority.CRITICAL, "one", Deadline.NONE);
            admission.enter(new Told(timers, shed), request, timers.nanos());
            admission.enter(new Told(timers, shed), request, timers.nanos());
        });

        assertThat(shed.get()).isEqualTo(Shed.WAITED_TOO_LONG);
    }

    @Test
    void a_slot_of_a_loop_that_has_ended_goes_to_the_next() throws Exception {
        var admission = new LoopAdmission(1, AdmissionSettings.STANDARD);
        var ended = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var living = new LoopTimers(group.next(), Ticker.system());
        var request = new AdmissionRequest(Priority.CRITICAL, "one", Deadline.NONE);
        var first = new Told(living, new CompletableFuture<>());
        first.timers.loop().submit(() -> admission.enter(first, request, living.nanos())).sync();
        var gone = new LoopTimers(ended.next(), Ticker.system());
        gone.loop().submit(() -> admission.enter(new Told(gone, new CompletableFuture<>()), request, gone.nanos())).sync();
        ended.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();

        living.loop().submit(() -> first.leave(Outcome.SUCCESS, living.nanos())).sync();

        assertThat(admission.queue().inService()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> first.leave(Outcome.SUCCESS, 0));
    }

    private static final class Told extends Entrant {
        private final LoopTimers timers;
        private final CompletableFuture<Shed> told;

        Told(LoopTimers timers, CompletableFuture<Shed> told) {
            super(timers);
            this.timers = timers;
            this.told = told;
        }

        @Override
        protected void admitted(long now) {}

        @Override
        protected void shed(Shed reason, long now) {
            told.complete(reason);
        }
    }
}
