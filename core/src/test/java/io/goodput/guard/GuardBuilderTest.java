package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Deadline;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardBuilderTest {
    @ParameterizedTest
    @ValueSource(strings = {"stock", "Stock", "a.b_c-9", "Größe", "7"})
    void a_name_has_letters_of_any_case_digits_and_three_marks(String name) {
        assertThat(Guard.builder(name).build().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t", "a b", "a\nb", "a/b", "\u0000"})
    void any_other_name_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guard.builder(name))
                .withMessageStartingWith("name: ")
                .withMessageEndingWith(" (expected: letters, digits, '.', '_' and '-', at most 128 of them)");
    }

    @Test
    @SuppressWarnings("NullAway") // what it must not be given
    void what_a_guard_cannot_be_without_is_refused_when_it_is_set() {
        GuardBuilder builder = Guard.builder("stock");

        Stream.<Runnable>of(
                        () -> builder.classifier(null),
                        () -> builder.random(null),
                        () -> builder.listener(null),
                        () -> builder.timers(null))
                .forEach(setter -> assertThatIllegalArgumentException()
                        .isThrownBy(setter::run)
                        .withMessageEndingWith(": null (expected: not null)"));
    }

    @Test
    void null_takes_a_policy_away() {
        Guard guard = Guard.builder("stock")
                .deadline(Duration.ofSeconds(2))
                .retry(RetryPolicy.standard())
                .build();

        guard.change(without -> without.deadline(null).retry(null));

        assertThat(guard).hasToString("Guard[stock]");
    }

    @Test
    void a_guard_reads_as_its_policies_and_their_times_as_they_are_written() {
        Guard guard = Guard.builder("stock")
                .deadline(Duration.ofSeconds(2))
                .attemptTimeout(Duration.ofMillis(300))
                .retry(new RetryPolicy(RetryPolicy.Settings.of(2)))
                .build();

        assertThat(guard)
                .hasToString("Guard[stock, deadline=2s, retry=RetryPolicy[attempts=2, backoff=none, "
                        + "on=[TRANSIENT_FAILURE, THROTTLED, TIMEOUT]], attemptTimeout=300ms]");
        assertThat(CallOptions.NONE).hasToString("CallOptions[deadline=none, repetition=UNSAID, key=null]");
        assertThat(new Deadline(1_500_000_000)).hasToString("1.5s");
    }

    @Test
    void a_task_without_an_answer_needs_to_return_none() throws Exception {
        Guard guard = Guard.builder("stock").build();
        List<String> done = new ArrayList<>();

        guard.run(() -> done.add("in this thread"));
        guard.run(CallOptions.NONE.idempotently(), () -> done.add("twice if need be"));

        assertThat(done).hasSize(2);
    }
}
