package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.netty.EventLoops;
import io.goodput.vector.RequestVector;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each request that other servers took for something else, over a real socket. */
@ExtendWith(LeakCheck.class)
class ListenerVectorTest {
    private static final String AFTER = "GET /after HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Recorder RECORDER = new Recorder();

    private static EventLoops loops;
    private static HttpListener listener;

    @BeforeAll
    static void listen() throws IOException {
        loops = EventLoops.start("vectors", 1);
        listener = HttpListener.at(loops, RECORDER).open();
    }

    @AfterAll
    static void close() {
        listener.close();
        loops.close();
    }

    static List<RequestVector> refused() {
        return RequestVector.ALL.stream()
                .filter(vector -> vector.fault() != null || isTooLong(vector))
                .toList();
    }

    static List<RequestVector> accepted() {
        return RequestVector.ALL.stream()
                .filter(vector -> vector.fault() == null && !isTooLong(vector))
                .toList();
    }

    /** Well formed, and longer than any body may be here. */
    private static boolean isTooLong(RequestVector vector) {
        return vector.text().contains("9223372036854775807");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void a_refused_vector_gets_its_status_and_the_connection_is_closed(RequestVector vector) throws IOException {
        int before = RECORDER.whole.size();
        try (var client = RawClient.to(listener.address())) {
            client.send(vector.text() + AFTER);
            String all = client.rest();

            int status = isTooLong(vector) ? 413 : vector.status();
            assertThat(all).startsWith("HTTP/1.1 " + status + " ").contains("\r\nConnection: close\r\n");
            assertThat(all).doesNotContain("\nHTTP/1.1 ");
            assertThat(all).doesNotEndWith("!");
            assertThat(RECORDER.whole).hasSize(before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void an_accepted_vector_is_one_request_and_another_may_follow(RequestVector vector) throws IOException {
        int before = RECORDER.whole.size();
        try (var client = RawClient.to(listener.address())) {
            client.send(vector.text());
            boolean expects = vector.text().contains("Expect:");
            String first = client.answer();
            if (expects && first.startsWith("HTTP/1.1 100 ")) {
                first = client.answer();
            }
            assertThat(first).startsWith("HTTP/1.1 200 ");
            boolean persistent = !vector.text().contains("HTTP/1.0");
            client.send(AFTER);
            String second = persistent ? client.answer() : client.rest();

            assertThat(second).isEqualTo(persistent ? second : "");
            assertThat(RECORDER.whole).hasSize(before + (persistent ? 2 : 1));
            if (persistent) {
                assertThat(RECORDER.whole.getLast()).isEqualTo("GET /after");
            }
        }
    }
}
