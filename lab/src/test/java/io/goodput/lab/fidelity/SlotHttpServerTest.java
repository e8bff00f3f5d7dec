package io.goodput.lab.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real server, whose work ends when the test says so. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlotHttpServerTest {
    private static final int SLOTS = 3;
    private static final int QUEUE = 2;

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final HttpClient client = HttpClient.newHttpClient();
    private SlotHttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SlotHttpServer(SLOTS, QUEUE, () -> {
            begun.release();
            mayEnd.acquireUninterruptibly();
        });
    }

    @AfterEach
    void stop() {
        mayEnd.release(1_000);
        server.close();
        client.shutdownNow();
    }

    private CompletableFuture<Integer> call() {
        return client.sendAsync(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** Requests that have all arrived: those with a slot have begun, the others wait. */
    private List<CompletableFuture<Integer>> fill() {
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < SLOTS + QUEUE; i++) {
            calls.add(call());
        }
        begun.acquireUninterruptibly(SLOTS);
        while (server.gate().waiting() < QUEUE) {
            Thread.onSpinWait();
        }
        return calls;
    }

    @Test
    void exactly_the_slots_are_worked_on_and_the_queue_waits_and_the_rest_is_refused() {
        List<CompletableFuture<Integer>> calls = fill();

        assertThat(server.gate().busy()).isEqualTo(SLOTS);
        assertThat(server.gate().waiting()).isEqualTo(QUEUE);
        assertThat(begun.availablePermits()).isZero();
        assertThat(call().join()).isEqualTo(503);
        assertThat(call().join()).isEqualTo(503);
        assertThat(server.refused()).isEqualTo(2);

        mayEnd.release(SLOTS + QUEUE);
        assertThat(calls).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(server.served()).isEqualTo(SLOTS + QUEUE);
        assertThat(server.gate().busy()).isZero();
    }

    @Test
    void a_slot_that_is_given_back_goes_to_the_line() {
        List<CompletableFuture<Integer>> calls = fill();

        mayEnd.release();
        begun.acquireUninterruptibly();

        assertThat(server.gate().busy()).isEqualTo(SLOTS);
        assertThat(server.gate().waiting()).isEqualTo(QUEUE - 1);
        CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new)).join();
        assertThat(calls.stream().filter(CompletableFuture::isDone)).hasSize(1);
    }

    @Test
    void the_server_works_on_for_a_client_that_has_left() {
        List<CompletableFuture<Integer>> calls = fill();

        calls.forEach(call -> call.cancel(true));

        assertThat(server.gate().busy()).isEqualTo(SLOTS);
        mayEnd.release(SLOTS);
        begun.acquireUninterruptibly(QUEUE);
    }
}
