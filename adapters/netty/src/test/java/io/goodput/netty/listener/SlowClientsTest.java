package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.CloseReason;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.listener.Recorder.Answers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thousand clients that send or take a byte now and then, and one that works. */
@ExtendWith(LeakCheck.class)
class SlowClientsTest {
    private static final int OF_EACH_KIND = 333;
    private static final int LARGE = 2 << 20;
    private static final ByteBuf BYTES =
            Unpooled.unreleasableBuffer(Unpooled.directBuffer(LARGE).writeZero(LARGE));

    private static final HttpHandler HANDLER = exchange -> {
        if (exchange.request().target().path().equals("/large")) {
            exchange.respond(200, Fields.NONE, new Framing.Length(LARGE));
            exchange.write(BYTES.duplicate());
            exchange.end(Fields.NONE);
            return;
        }
        exchange.listen(new ExchangeListener() {
            @Override
            public void onData(ByteBuf data) {
                data.release();
                exchange.read();
            }

            @Override
            public void onEnd(Fields trailers) {
                Answers.text(exchange, 200, "ok");
            }
        });
        exchange.read();
    };

    @Test
    void slow_heads_bodies_and_readers_cost_their_own_connections_and_others_are_served() throws Exception {
        try (var served = new Served(HANDLER);
                var works = served.client()) {
            List<RawClient> slow = new ArrayList<>();
            for (int i = 0; i < OF_EACH_KIND; i++) {
                slow.add(served.client().send("GET / HTTP/1.1\r\nHost: a\r\nX: "));
                slow.add(served.client().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx"));
                slow.add(RawClient.narrow(served.listener.address()).send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n"));
            }
            while (served.listener.counts().open() > 1) {
                for (int i = 0; i < 2; i++) {
                    works.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                    assertThat(works.answer()).endsWith("ok");
                }
                served.pass(1);
                served.loops
                        .group()
                        .next()
                        .schedule(() -> {}, 260, TimeUnit.MILLISECONDS)
                        .sync();
            }
            works.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(works.answer()).endsWith("ok");
            for (RawClient client : slow) {
                client.leave();
            }
            Map<CloseReason, Long> closed = served.listener.counts().snapshot().closed();
            assertThat(closed)
                    .containsEntry(CloseReason.HEAD_TIMEOUT, (long) OF_EACH_KIND)
                    .containsEntry(CloseReason.BODY_TOO_SLOW, (long) OF_EACH_KIND)
                    .containsEntry(CloseReason.READER_TOO_SLOW, (long) OF_EACH_KIND);
        }
    }
}
