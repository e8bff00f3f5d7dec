package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryRefusedExceptionTest {
    private final Refusal refusal = new Refusal(Reason.ATTEMPTS_EXHAUSTED, "the policy allows 3");

    @Test
    void says_which_rule_of_which_guard_said_no() {
        var error = new IOException();

        RetryRefusedException.attach(error, report("stock", 3));

        assertThat(error.getSuppressed()).singleElement().satisfies(refused -> {
            assertThat(refused).hasMessage("stock: attempt 3 was the last; ATTEMPTS_EXHAUSTED: the policy allows 3");
            assertThat(((RetryRefusedException) refused).refusal()).isEqualTo(refusal);
            assertThat(refused.getStackTrace()).isEmpty();
        });
    }

    @Test
    void each_of_two_nested_guards_has_its_say() {
        var error = new IOException();

        RetryRefusedException.attach(error, report("inner", 3));
        RetryRefusedException.attach(error, report("outer", 1));
        RetryRefusedException.attach(error, report("inner", 3));

        assertThat(error.getSuppressed())
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("inner: "),
                        second -> assertThat(second).startsWith("outer: "));
    }

    @RepeatedTest(50)
    void an_error_shared_by_many_threads_gets_it_once() throws Exception {
        var shared = new IOException();
        int threads = 8;
        var together = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                var _ = executor.submit(() -> {
                    together.await();
                    RetryRefusedException.attach(shared, report("stock", 3));
                    return null;
                });
            }
        }

        assertThat(shared.getSuppressed()).hasSize(1);
    }

    private CallReport report(String guard, int attempts) {
        return new CallReport(guard, attempts, refusal, List.of());
    }
}
