package io.goodput.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Timers;
import io.goodput.erasure.XorCodec;
import io.goodput.guard.Guard;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The asynchronous ones in a time that moves when it is told to, the blocking ones in real time. */
@Timeout(60)
class QuorumFetchTest {
    private static final QuorumFetch.Settings FOUR_OF_FIVE = QuorumFetch.Settings.of(4, 5);

    private final HandTimers timers = new HandTimers();
    private final List<@Nullable CompletableFuture<String>> parts = new ArrayList<>();

    private CompletableFuture<List<Part<String>>> fetch(QuorumFetch.Settings plan) {
        for (int i = 0; i < plan.parts(); i++) {
            parts.add(null);
        }
        return new QuorumFetch(plan, timers)
                .callAsync(IntStream.range(0, plan.parts()).mapToObj(this::part).toList());
    }

    private Supplier<CompletionStage<String>> part(int number) {
        return () -> {
            var part = new CompletableFuture<String>();
            parts.set(number, part);
            return part;
        };
    }

    private CompletableFuture<String> begun(int number) {
        return Objects.requireNonNull(parts.get(number));
    }

    private static QuorumException failureOf(CompletableFuture<?> fetched) {
        assertThat(fetched).isDone();
        var failure = catchThrowableOfType(CompletionException.class, fetched::join);
        return (QuorumException) Objects.requireNonNull(failure.getCause());
    }

    @Test
    void the_first_four_of_five_come_by_their_number_and_the_last_is_cancelled() {
        var fetched = fetch(FOUR_OF_FIVE);
        for (int part : new int[] {4, 1, 0}) {
            begun(part).complete("part " + part);
        }
        assertThat(fetched).isNotDone();

        begun(3).complete("part 3");

        assertThat(fetched)
                .isCompletedWithValue(List.of(
                        new Part<>(0, "part 0"),
                        new Part<>(1, "part 1"),
                        new Part<>(3, "part 3"),
                        new Part<>(4, "part 4")));
        assertThat(begun(2)).isCancelled();
    }

    @Test
    void a_fetch_that_cannot_succeed_any_more_fails_at_once_with_what_went_wrong() {
        var fetched = fetch(FOUR_OF_FIVE);
        begun(0).complete("part 0");
        begun(1).completeExceptionally(new IOException("one"));
        begun(2).completeExceptionally(new CompletionException(new IOException("two")));

        QuorumException failure = failureOf(fetched);

        assertThat(failure)
                .hasMessage("TRANSIENT_FAILURE: 1 of 5 parts came, 4 are needed; 2 failed of 5 begun")
                .extracting(QuorumException::outcome)
                .isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("one", "two");
        assertThat(begun(3)).isCancelled();
        assertThat(begun(4)).isCancelled();
    }

    @Test
    void the_spare_part_is_begun_after_the_delay() {
        var fetched = fetch(FOUR_OF_FIVE.startingWith(4, Duration.ofMillis(5)));
        assertThat(parts.get(4)).isNull();

        timers.advance(Duration.ofMillis(5));

        assertThat(parts.get(4)).isNotNull();
        IntStream.range(1, 5).forEach(part -> begun(part).complete("part"));
        assertThat(fetched).isCompleted();
        assertThat(begun(0)).isCancelled();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void a_spare_part_replaces_one_that_throws_before_the_delay_is_over() {
        Supplier<CompletionStage<String>> broken = () -> {
            throw new RejectedExecutionException("busy");
        };
        Supplier<CompletionStage<String>> good = () -> CompletableFuture.completedFuture("good");

        var fetched = new QuorumFetch(QuorumFetch.Settings.of(1, 2).startingWith(1, Duration.ofMinutes(1)), timers)
                .callAsync(List.of(broken, good));

        assertThat(fetched).isCompletedWithValue(List.of(new Part<>(1, "good")));
        assertThat(timers.pending()).isZero();
    }

    @Test
    void the_time_runs_out() {
        var fetched = fetch(FOUR_OF_FIVE.withTimeout(Duration.ofMillis(5)));
        begun(0).complete("part 0");

        timers.advance(Duration.ofMillis(5));

        assertThat(failureOf(fetched).outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(begun(1)).isCancelled();
    }

    @Test
    void nothing_is_begun_after_the_callers_deadline() {
        timers.advance(Duration.ofMillis(5));
        var fetched = new QuorumFetch(QuorumFetch.Settings.of(1, 1), timers)
                .<String>callAsync(new Deadline(0), List.of(() -> {
                    throw new AssertionError("begun");
                }));

        assertThat(failureOf(fetched).outcome()).isEqualTo(Outcome.DROPPED);
    }

    @Test
    void cancelling_the_fetch_cancels_its_parts() {
        var fetched = fetch(FOUR_OF_FIVE.startingWith(4, Duration.ofMillis(5)));

        fetched.cancel(true);

        IntStream.range(0, 4).forEach(part -> assertThat(begun(part)).isCancelled());
        assertThat(parts.get(4)).isNull();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void a_part_that_gives_no_stage_has_failed() {
        @SuppressWarnings("NullAway") // what a careless caller does
        var fetched = new QuorumFetch(QuorumFetch.Settings.of(1, 1), timers).<String>callAsync(List.of(() -> null));

        assertThat(failureOf(fetched).getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("part 0 gave no stage");
    }

    @Test
    void null_is_an_answer() throws Exception {
        assertThat(new QuorumFetch(QuorumFetch.Settings.of(1, 1))
                        .<@Nullable String>call(List.<Callable<@Nullable String>>of(() -> null)))
                .containsExactly(new Part<@Nullable String>(0, null));
    }

    @Test
    void as_many_parts_as_planned_are_expected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuorumFetch(FOUR_OF_FIVE, timers).<String>callAsync(List.of()))
                .withMessage("parts: 0 (expected: 5)");
    }

    @Test
    void timers_that_fail_do_not_leave_the_caller_waiting() {
        timers.broken = true;
        var fetched = fetch(FOUR_OF_FIVE.withTimeout(Duration.ofMillis(5)));

        assertThat(catchThrowable(fetched::join)).hasRootCauseMessage("no timer");
        assertThat(begun(0)).isCancelled();
    }

    @Test
    void blocking_parts_run_side_by_side_and_the_loser_is_interrupted() throws Exception {
        var together = new CountDownLatch(5);
        var interrupted = new CountDownLatch(1);
        Callable<Integer> good = () -> {
            together.countDown();
            together.await();
            return 1;
        };
        Callable<Integer> stuck = () -> {
            together.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return 0;
        };

        List<Part<Integer>> came = new QuorumFetch(FOUR_OF_FIVE).call(List.of(good, stuck, good, good, good));

        assertThat(came).extracting(Part::number).containsExactly(0, 2, 3, 4);
        interrupted.await();
    }

    @Test
    void an_interrupt_ends_a_blocking_fetch_and_all_its_parts() throws Exception {
        var begun = new CountDownLatch(2);
        var interrupted = new CountDownLatch(2);
        Callable<Integer> stuck = () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return 0;
        };
        var seen = new CompletableFuture<Throwable>();
        Thread caller = Thread.startVirtualThread(() -> seen.complete(
                catchThrowable(() -> new QuorumFetch(QuorumFetch.Settings.of(1, 2)).call(List.of(stuck, stuck)))));
        begun.await();

        caller.interrupt();

        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        interrupted.await();
    }

    @Test
    void a_blocking_fetch_fails_and_times_out_like_the_other() {
        Callable<Integer> broken = () -> {
            throw new IOException("broken");
        };
        Callable<Integer> stuck = () -> {
            new CountDownLatch(1).await();
            return 0;
        };
        var plan = QuorumFetch.Settings.of(1, 1);

        assertThatExceptionOfType(QuorumException.class)
                .isThrownBy(() -> new QuorumFetch(plan).call(List.of(broken)))
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThatExceptionOfType(QuorumException.class)
                .isThrownBy(() -> new QuorumFetch(plan.withTimeout(Duration.ofMillis(5))).call(List.of(stuck)))
                .extracting(QuorumException::outcome)
                .isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void parts_may_go_through_guards_and_carry_shards() throws Exception {
        var codec = XorCodec.fourOfFive();
        byte[][] stored = codec.encode("in five places".getBytes(StandardCharsets.UTF_8));
        List<Callable<byte[]>> shards = IntStream.range(0, 5)
                .mapToObj(i -> {
                    var guard = Guard.builder("shard-" + i)
                            .retry(RetryPolicy.builder().attempts(2).build())
                            .build();
                    var calls = new AtomicInteger();
                    return (Callable<byte[]>) () -> guard.call(() -> {
                        if (i == 2 || calls.incrementAndGet() == 1) {
                            throw new IOException("shard " + i);
                        }
                        return stored[i];
                    });
                })
                .toList();
        byte[] @Nullable [] fetched = new byte[5][];

        new QuorumFetch(FOUR_OF_FIVE).call(shards).forEach(part -> fetched[part.number()] = part.value());

        assertThat(codec.decode(fetched)).asString().isEqualTo("in five places");
    }

    @RepeatedTest(20)
    void parts_that_end_on_many_threads_at_once_give_exactly_as_many_as_needed() throws Exception {
        List<Callable<Integer>> many = IntStream.range(0, 50)
                .mapToObj(i -> (Callable<Integer>) () -> {
                    if (ThreadLocalRandom.current().nextInt(5) == 0) {
                        throw new IOException("now and then");
                    }
                    return i;
                })
                .toList();

        List<Part<Integer>> came =
                new QuorumFetch(QuorumFetch.Settings.of(10, 50).startingWith(12, Duration.ZERO)).call(many);

        assertThat(came).hasSize(10).allSatisfy(part -> assertThat(part.value()).isEqualTo(part.number()));
    }

    /** A clock that moves when it is told to, and then runs what is due in the thread that moves it. */
    private static final class HandTimers implements Timers {
        private final List<Due> due = new ArrayList<>();
        private long now;
        private boolean broken;

        private record Due(long at, Runnable action) {}

        void advance(Duration time) {
            now += time.toNanos();
            List<Due> fire = due.stream().filter(each -> each.at <= now).toList();
            due.removeAll(fire);
            fire.forEach(each -> each.action.run());
        }

        int pending() {
            return due.size();
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public Timer runAt(long at, Runnable action) {
            if (broken) {
                throw new IllegalStateException("no timer");
            }
            var timer = new Due(at, action);
            due.add(timer);
            return () -> due.remove(timer);
        }

        @Override
        public void sleepUntil(long at) {
            throw new AssertionError("nobody sleeps here");
        }

        @Override
        public Interrupter interrupter() {
            throw new AssertionError("nobody is interrupted here");
        }
    }
}
