package io.goodput.gateway.pass;

import io.goodput.gateway.route.FixedAnswer;
import io.goodput.gateway.route.NoAnswer;
import io.goodput.http.RefusalHeader;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.ServerExchange;
import java.nio.charset.StandardCharsets;

/** What the gateway says itself, where no origin does. */
final class OwnAnswers {
    private final ServerExchange exchange;
    private final RouteCounts counts;

    OwnAnswers(ServerExchange exchange, RouteCounts counts) {
        this.exchange = exchange;
        this.counts = counts;
    }

    /** The route's answer to all. */
    void give(FixedAnswer answer) {
        counts.refused(answer.status());
        byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
        Fields fields = answer.isRedirect()
                ? Fields.of("Location", answer.locationFor(exchange.request().target()))
                : Fields.of("Content-Type", "text/plain; charset=utf-8");
        exchange.respond(answer.status(), fields, new Framing.Length(text.length));
        if (text.length > 0) {
            exchange.write(exchange.allocator().buffer(text.length).writeBytes(text));
        }
        exchange.end(Fields.NONE);
    }

    /** Why there is none. */
    void refuse(NoAnswer instead) {
        counts.refused(instead.status());
        Fields refused = instead.refused().isEmpty() ? Fields.NONE : Fields.of(RefusalHeader.NAME, instead.refused());
        exchange.refuse(instead.status(), instead.reason(), refused);
    }
}
