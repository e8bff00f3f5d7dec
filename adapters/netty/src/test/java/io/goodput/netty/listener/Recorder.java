package io.goodput.netty.listener;

import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.CloseReason;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.ServerExchange;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads each request to its end, remembers it, and answers with what it was. */
final class Recorder implements HttpHandler {
    /** The heads that have come. */
    final List<String> heads = new CopyOnWriteArrayList<>();

    /** The requests that were whole, with their bodies. */
    final List<String> whole = new CopyOnWriteArrayList<>();

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    @Override
    public void handle(ServerExchange exchange) {
        String head = exchange.request().head().method() + " "
                + exchange.request().target().inOriginForm();
        heads.add(head);
        exchange.listen(new ExchangeListener() {
            private final StringBuilder body = new StringBuilder();

            @Override
            public void onData(ByteBuf data) {
                body.append(data.toString(StandardCharsets.ISO_8859_1));
                data.release();
                exchange.read();
            }

            @Override
            public void onEnd(Fields trailers) {
                String all = head + (body.isEmpty() ? "" : " " + body) + (trailers.size() == 0 ? "" : " " + trailers);
                whole.add(all);
                Answers.text(exchange, 200, all);
            }

            @Override
            public void onSent() {
                ends.add("sent " + head);
            }

            @Override
            public void onAbort(CloseReason reason) {
                ends.add(reason + " " + head);
            }
        });
        exchange.read();
    }

    /** How the next exchange ended, once it has. */
    String end() throws InterruptedException {
        return String.valueOf(ends.poll(20, TimeUnit.SECONDS));
    }

    /** Answers that tests give. */
    static final class Answers {
        private Answers() {}

        static void text(ServerExchange exchange, int status, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            exchange.respond(status, Fields.of("Content-Type", "text/plain"), new Framing.Length(bytes.length));
            exchange.write(exchange.allocator().buffer(bytes.length).writeBytes(bytes));
            exchange.end(Fields.NONE);
        }
    }
}
