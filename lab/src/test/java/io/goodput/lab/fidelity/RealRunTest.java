package io.goodput.lab.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.config.language.YamlFile;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.sim.Span;
import io.goodput.sim.Streams;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Real calls through a real guard: the sums, never the times. */
class RealRunTest {
    private static final long RUN = 1_000_000_000;

    private static GuardSettings settings(String yaml) {
        return YamlFile.parse("guard.yaml", yaml).as(GuardSettings.CODEC);
    }

    private static long[] at(int calls) {
        return new long[calls];
    }

    private static Counts run(SlotHttpServer server, String settings, int calls) throws InterruptedException {
        return new RealRun(settings(settings), "plain", server.uri(), new Streams(1)).run(at(calls), RUN, _ -> {});
    }

    /** A server whose one slot is held until it has refused so many. */
    private static SlotHttpServer refusing(int refusals) throws IOException {
        var itself = new CompletableFuture<SlotHttpServer>();
        var server = new SlotHttpServer(1, 0, () -> {
            while (itself.join().refused() < refusals) {
                // Lets go of its carrier, which the others need.
                LockSupport.parkNanos(1_000_000);
            }
        });
        itself.complete(server);
        return server;
    }

    @Test
    void calls_are_successes_and_each_kind_of_failure() throws Exception {
        try (var server = refusing(19)) {
            Counts counts = run(server, "{timeout: 20s}", 20);

            assertThat(counts.calls()).isEqualTo(20);
            assertThat(counts.outcomes()).containsOnly(Map.entry(Outcome.SUCCESS, 1), Map.entry(Outcome.THROTTLED, 19));
        }
    }

    @Test
    void a_call_that_is_not_answered_is_a_timeout_though_the_server_works_on() throws Exception {
        try (var server = refusing(1)) {
            Counts counts = run(server, "{timeout: 50ms}", 1);

            assertThat(counts.outcomes()).containsOnly(Map.entry(Outcome.TIMEOUT, 1));
            assertThat(counts.goodput(new Span(0, RUN))).isZero();
        }
    }

    @Test
    void what_the_guard_counts_is_what_the_server_has_seen() throws Exception {
        try (var server = new SlotHttpServer(100, 100, () -> {})) {
            Counts counts = run(server, "{timeout: 20s}", 50);

            assertThat(counts.outcomes()).containsOnlyKeys(Outcome.SUCCESS).containsEntry(Outcome.SUCCESS, 50);
            assertThat(server.served()).isEqualTo(50);
        }
    }

    @Test
    void every_attempt_of_a_retry_reaches_the_server() throws Exception {
        try (var server = refusing(12)) {
            Counts counts = run(server, "{timeout: 20s, retry: {attempts: 3}}", 5);

            assertThat(counts.outcomes()).containsOnly(Map.entry(Outcome.SUCCESS, 1), Map.entry(Outcome.THROTTLED, 4));
            assertThat(server.refused()).isEqualTo(12);
        }
    }

    @Test
    void a_success_after_the_end_is_a_success_but_no_goodput() {
        var counts = new Counts(RUN);
        counts.made(0);
        counts.ended(Outcome.SUCCESS, RUN);

        assertThat(counts.outcomes()).containsEntry(Outcome.SUCCESS, 1);
        assertThat(counts.goodput(new Span(0, RUN))).isZero();
    }

    @Test
    void a_port_of_its_own_is_on_loopback_only() throws IOException {
        try (var server = new SlotHttpServer(1, 0, () -> {})) {
            assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
        }
    }
}
