package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.event.Subscription;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.AttemptFacts;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallFacts;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.goodput.retry.Backoff;
import io.goodput.retry.Jitter;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardEventTest {
    private static final Duration WAIT = Duration.ofNanos(200);

    private final List<String> heard = new ArrayList<>();
    private final TestTimers timers = new TestTimers();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void hears_of_every_attempt_wait_refusal_and_end() {
        Guard guard = retrying().listener(this::write).build();
        timers.advanceTo(1_000);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> guard.call(this::failTwice));

        assertThat(heard)
                .containsExactly(
                        "1000-1000 attempt 1 TRANSIENT_FAILURE",
                        "1000 retry in 200 after 1 TRANSIENT_FAILURE",
                        "1200-1200 attempt 2 TRANSIENT_FAILURE",
                        "1200 refused ATTEMPTS_EXHAUSTED",
                        "1000-1200 end TRANSIENT_FAILURE after 2");
    }

    @Test
    void hears_of_a_success() throws Exception {
        Guard guard = retrying().listener(this::write).build();

        guard.call(() -> "answer");

        assertThat(heard).containsExactly("0-0 attempt 1 SUCCESS", "0-0 end SUCCESS after 1");
    }

    @Test
    void hears_of_a_call_that_was_not_sent() {
        Guard guard =
                Guard.builder("observed").timers(timers).listener(this::write).build();
        timers.advanceTo(10);

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> guard.call(CallOptions.NONE.within(new Deadline(10)), () -> "answer"));

        assertThat(heard).containsExactly("10 refused DEADLINE", "10-10 end DROPPED after 0");
    }

    @Test
    void a_listener_that_throws_harms_neither_the_call_nor_the_others() throws Exception {
        Consumer<GuardEvent> broken = _ -> {
            throw new IllegalStateException("broken");
        };
        Guard guard = retrying().listener(broken).listener(this::write).build();

        assertThat(guard.call(() -> "answer")).isEqualTo("answer");

        assertThat(heard).hasSize(2);
    }

    @Test
    void a_listener_can_be_added_while_the_guard_is_in_use() throws Exception {
        Guard guard = retrying().build();
        guard.call(() -> "unheard");

        guard.change(more -> more.listener(this::write));
        guard.call(() -> "heard");

        assertThat(heard).hasSize(2);
    }

    @Test
    void every_call_and_every_attempt_begins_and_ends_with_what_is_known_of_it() throws Exception {
        List<GuardEvent> events = new ArrayList<>();
        Guard guard = retrying()
                .attemptTimeout(Duration.ofNanos(50))
                .balancer(new Balancer(Balancer.Settings.STANDARD, List.of(Address.of("a"))))
                .listener(events::add)
                .build();
        timers.advanceTo(1_000);
        CallContext blue = CallContext.NONE.withTenant("blue").within(new Deadline(5_000));
        CallOptions read = CallOptions.NONE.keyed("read");

        blue.call(() -> guard.call(read, this::failOnce));

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "CallBegan",
                        "AttemptBegan",
                        "AttemptEnded",
                        "RetryScheduled",
                        "AttemptBegan",
                        "AttemptEnded",
                        "CallEnded");
        CallFacts call = events.getFirst().call();
        assertThat(events).extracting(GuardEvent::call).containsOnly(call);
        assertThat(call.guard()).isEqualTo("observed");
        assertThat(call.options()).isEqualTo(read);
        assertThat(call.context()).isEqualTo(blue);
        assertThat(call.startedAt()).isEqualTo(1_000);
        assertThat(call.deadline()).isEqualTo(new Deadline(5_000));
        AttemptFacts second = ((AttemptBegan) events.get(4)).attempt();
        assertThat(((AttemptEnded) events.get(5)).attempt()).isEqualTo(second);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.hedge()).isFalse();
        assertThat(second.startedAt()).isEqualTo(1_200);
        assertThat(second.deadline()).isEqualTo(new Deadline(1_250));
        assertThat(second.endpoint()).isNotNull().hasToString("a");
        assertThat(second.context()).isEqualTo(blue);
    }

    @Test
    void the_end_of_an_attempt_tells_its_error_or_its_answer() throws Exception {
        List<AttemptEnded> ends = new ArrayList<>();
        Guard guard = Guard.builder("observed")
                .retry(RetryPolicy.builder().backoff(Backoff.NONE).build())
                .listener(endsInto(ends))
                .build();

        guard.call(this::failOnce);
        attempts.set(0);
        guard.callAsync(() -> attempts.incrementAndGet() == 1
                        ? CompletableFuture.failedStage(new CompletionException(new IOException("attempt 1")))
                        : CompletableFuture.completedStage("answer"))
                .get();

        assertThat(ends).extracting(AttemptEnded::answer).containsExactly(null, "answer", null, "answer");
        assertThat(ends)
                .extracting(end -> end.error() == null ? "none" : end.error().toString())
                .containsExactly("java.io.IOException: attempt 1", "none", "java.io.IOException: attempt 1", "none");
    }

    @Test
    void an_answer_that_means_failure_is_told_as_one() throws Exception {
        List<AttemptEnded> ends = new ArrayList<>();
        Guard guard = Guard.builder("observed")
                .timers(timers)
                .classifier(new Classifier() {
                    @Override
                    public Outcome ofValue(@Nullable Object value) {
                        return Outcome.PERMANENT_FAILURE;
                    }

                    @Override
                    public Outcome ofError(Throwable error) {
                        return Outcome.PERMANENT_FAILURE;
                    }
                })
                .listener(endsInto(ends))
                .build();

        guard.call(() -> "404");

        assertThat(ends.getFirst().answer()).isEqualTo("404");
        assertThat(ends.getFirst().error()).isNull();
        assertThat(ends.getFirst().outcome()).isEqualTo(Outcome.PERMANENT_FAILURE);
    }

    @Test
    void what_comes_of_an_attempt_that_is_given_up_is_not_told() {
        List<AttemptEnded> ends = new ArrayList<>();
        Guard guard = Guard.builder("observed")
                .timers(timers)
                .attemptTimeout(Duration.ofNanos(50))
                .listener(endsInto(ends))
                .build();
        GuardedCall late = guard.newCall();
        late.start(0, Deadline.NONE);
        late.gave(1, "late", null);
        late.attemptEnded(1, Outcome.SUCCESS, 50);
        GuardedCall cancelled = guard.newCall();
        cancelled.start(0, Deadline.NONE);
        cancelled.gave(1, null, new CancellationException("by the other side"));
        cancelled.attemptEnded(1, Outcome.CANCELLED, 10);

        assertThat(ends).extracting(AttemptEnded::outcome).containsExactly(Outcome.TIMEOUT, Outcome.CANCELLED);
        assertThat(ends).allSatisfy(end -> {
            assertThat(end.answer()).isNull();
            assertThat(end.error()).isNull();
        });
    }

    @Test
    void an_answer_is_told_of_its_own_attempt_only() throws Exception {
        List<AttemptEnded> ends = new ArrayList<>();
        Guard guard = Guard.builder("observed")
                .timers(timers)
                .listener(endsInto(ends))
                .build();

        guard.call(() -> "first");
        guard.call(() -> null);

        assertThat(ends).extracting(AttemptEnded::answer).containsExactly("first", null);
    }

    private static Consumer<GuardEvent> endsInto(List<AttemptEnded> ends) {
        return event -> {
            if (event instanceof AttemptEnded ended) {
                ends.add(ended);
            }
        };
    }

    @Test
    void calls_that_are_under_way_at_the_same_time_are_told_apart() throws Exception {
        List<Object> ids = new ArrayList<>();
        Guard guard = Guard.builder("observed")
                .timers(timers)
                .listener(event -> ids.add(event.call().id()))
                .build();

        guard.call(() -> guard.call(() -> "inner"));

        Object outer = ids.getFirst();
        Object inner = ids.get(2);
        assertThat(inner).isNotSameAs(outer);
        assertThat(ids).containsExactly(outer, outer, inner, inner, inner, inner, outer, outer);
    }

    @Test
    void who_begins_to_listen_hears_of_the_next_call_and_who_has_ceased_of_none() throws Exception {
        Guard guard = Guard.builder("observed").timers(timers).build();
        List<Subscription> subscriptions = new ArrayList<>();

        guard.call(() -> subscriptions.add(guard.listen(this::write)));
        assertThat(heard).isEmpty();
        guard.call(() -> "heard");
        assertThat(heard).hasSize(2);

        subscriptions.getFirst().close();
        guard.call(() -> "unheard");
        assertThat(heard).hasSize(2);
    }

    @Test
    void a_call_that_was_given_up_before_its_start_did_not_begin_and_does_not_end() {
        Guard guard = retrying().listener(event -> heard.add(event.toString())).build();

        guard.newCall().callerCancelled(10);

        assertThat(heard).isEmpty();
    }

    @Test
    void the_text_of_an_event_is_a_line_for_a_log() {
        var sent = new CallFacts(new Object(), "inventory", CallOptions.NONE, CallContext.NONE, 0, Deadline.NONE);
        var keyed = new CallFacts(
                new Object(), "stock", CallOptions.NONE.keyed("shard 7"), CallContext.NONE, 0, Deadline.NONE);
        var second = new AttemptFacts(2, false, null, CallContext.NONE, 100_000_000, Deadline.NONE);
        var refusal = new Refusal(Refusal.Reason.BREAKER, "the breaker holds it back");

        assertThat(Stream.<GuardEvent>of(
                        new CallBegan(sent, 0),
                        new AttemptBegan(sent, second, 100_000_000),
                        new AttemptEnded(sent, second, Outcome.TIMEOUT, null, null, 400_000_000),
                        new RetryScheduled(sent, 2, Outcome.TIMEOUT, 37_456_789, 400_000_000),
                        new CallRefused(sent, 2, refusal, 437_456_789),
                        new CallRefused(keyed, 0, refusal, 0),
                        new CallEnded(keyed, 2, Outcome.TIMEOUT, 437_456_789)))
                .map(GuardEvent::toString)
                .containsExactly(
                        "inventory: began",
                        "inventory: attempt 2 began",
                        "inventory: attempt 2 ended: TIMEOUT after 300ms",
                        "inventory: attempt 3 begins in 37.5ms, after TIMEOUT",
                        "inventory: attempt 2 was the last; BREAKER: the breaker holds it back",
                        "stock, shard 7: not sent; BREAKER: the breaker holds it back",
                        "stock, shard 7: ended: TIMEOUT after 437ms, attempts: 2");
    }

    private GuardBuilder retrying() {
        return Guard.builder("observed")
                .timers(timers)
                .retry(RetryPolicy.builder()
                        .attempts(2)
                        .backoff(Backoff.exponential(WAIT, WAIT).withJitter(Jitter.NONE))
                        .build());
    }

    private String failOnce() throws IOException {
        if (attempts.incrementAndGet() == 1) {
            throw new IOException("attempt 1");
        }
        return "answer";
    }

    private String failTwice() throws IOException {
        throw new IOException("attempt " + attempts.incrementAndGet());
    }

    /** All but what begins. */
    private void write(GuardEvent event) {
        String times = event.call().startedAt() + "-" + event.at();
        switch (event) {
            case CallBegan _, AttemptBegan _ -> {}
            case AttemptEnded ended -> {
                AttemptFacts attempt = ended.attempt();
                heard.add(attempt.startedAt() + "-" + ended.at() + " attempt " + attempt.number() + " "
                        + ended.outcome());
            }
            case RetryScheduled retry ->
                heard.add(retry.at() + " retry in " + retry.delayNanos() + " after " + retry.attempts() + " "
                        + retry.outcome());
            case CallRefused refused ->
                heard.add(refused.at() + " refused " + refused.refusal().reason());
            case CallEnded ended -> heard.add(times + " end " + ended.outcome() + " after " + ended.attempts());
        }
    }
}
