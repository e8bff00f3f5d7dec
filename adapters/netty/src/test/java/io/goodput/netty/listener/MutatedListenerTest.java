package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.EventLoops;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.ServerExchange;
import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import io.goodput.vector.MutatedMessages;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Requests that somebody has tampered with, over real sockets and in pieces: the handler gets just those that are whole
 * when all bytes are read at once, and each is answered once. In the build that is tried with 20,000 messages;
 * {@code -Dgoodput.property.tries=5} makes it 100,000.
 */
@ExtendWith(LeakCheck.class)
class MutatedListenerTest {
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3})");
    private static final List<String> WHOLE = new CopyOnWriteArrayList<>();

    private static EventLoops loops;
    private static HttpListener listener;

    private static final HttpHandler COUNTING = exchange -> {
        exchange.listen(new ExchangeListener() {
            @Override
            public void onData(ByteBuf data) {
                data.release();
                exchange.read();
            }

            @Override
            public void onEnd(Fields trailers) {
                WHOLE.add(name(exchange));
                exchange.respond(204, Fields.NONE, Framing.None.INSTANCE);
                exchange.end(Fields.NONE);
            }
        });
        exchange.read();
    };

    private static String name(ServerExchange exchange) {
        return exchange.request().head().method() + " "
                + exchange.request().target().inOriginForm();
    }

    @BeforeAll
    static void listen() throws IOException {
        loops = EventLoops.start("mutated", 1);
        listener = HttpListener.at(loops, COUNTING).open();
    }

    @AfterAll
    static void close() {
        listener.close();
        loops.close();
    }

    @Provide
    Gen<String> messages() {
        return new MutatedMessages();
    }

    @Provide
    Gen<Integer> cuts() {
        return Gen.ints(0, 400);
    }

    @Property(tries = 20_000)
    void the_handler_gets_the_requests_that_are_whole_and_each_is_answered_once(
            @ForAll("messages") String message, @ForAll("cuts") int cut) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        WholeRequests expected = WholeRequests.in(bytes);
        WHOLE.clear();

        List<Integer> statuses;
        var address = listener.address();
        var socket = new Socket(address.getAddress(), address.getPort());
        try (var client = new RawClient(socket)) {
            // No address waits for the next try.
            socket.setSoLinger(true, 0);
            int until = Math.min(cut, bytes.length);
            socket.getOutputStream().write(bytes, 0, until);
            socket.getOutputStream().write(bytes, until, bytes.length - until);
            client.endOutput();
            statuses = STATUS.matcher(client.rest())
                    .results()
                    .map(MutatedListenerTest::status)
                    .filter(status -> status >= 200)
                    .toList();
        }
        assertThat(WHOLE).isEqualTo(expected.requests());
        List<Integer> answers =
                new ArrayList<>(Collections.nCopies(expected.requests().size(), 204));
        if (expected.refused() != 0) {
            answers.add(expected.refused());
        }
        assertThat(statuses).isEqualTo(answers);
    }

    private static int status(MatchResult result) {
        return Integer.parseInt(result.group(1));
    }
}
