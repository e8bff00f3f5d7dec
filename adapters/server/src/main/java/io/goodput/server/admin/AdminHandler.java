package io.goodput.server.admin;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.ServerExchange;
import java.nio.charset.StandardCharsets;

/** Answers on the operator's thread, from what lies ready. Bodies are not read. */
final class AdminHandler implements HttpHandler {
    private final AdminPages pages;

    AdminHandler(AdminPages pages) {
        this.pages = pages;
    }

    @Override
    public void handle(ServerExchange exchange) {
        AcceptedRequest request = exchange.request();
        String query = request.target().query();
        AdminAnswer answer = pages.answer(new AdminRequest(
                exchange.peer().local().getPort(),
                request.head().method(),
                request.target().path(),
                query.isEmpty() ? query : query.substring(1),
                request.head().fields()));
        byte[] content = answer.content().getBytes(StandardCharsets.UTF_8);
        exchange.respond(answer.status(), answer.fields(), new Framing.Length(content.length));
        exchange.write(exchange.allocator().buffer(content.length).writeBytes(content));
        exchange.end(Fields.NONE);
    }
}
