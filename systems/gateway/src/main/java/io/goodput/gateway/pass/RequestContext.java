package io.goodput.gateway.pass;

import io.goodput.CallContext;
import io.goodput.ContextHeaders;
import io.goodput.Deadline;
import io.goodput.gateway.config.RouteSettings;
import io.goodput.http.head.Fields;
import io.goodput.netty.ServerExchange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For what a request is: what a trusted peer says of it, within what its route allows; of others, nothing. */
final class RequestContext {
    private static final int LONGEST_TENANT = 256;

    private RequestContext() {}

    static CallContext of(ServerExchange exchange, RouteSettings route, boolean trusted, long now) {
        if (!trusted) {
            return new CallContext(Deadline.NONE, route.criticality(), null, null, null, exchange.id());
        }
        Fields fields = exchange.request().head().fields();
        CallContext said = ContextHeaders.readAll(name -> values(fields, name), now, route.criticality());
        CallContext known = said.requestId() == null ? said.withRequestId(exchange.id()) : said;
        return known.withTenant(route.tenant().isEmpty() ? null : tenant(fields, route.tenant()));
    }

    private static List<String> values(Fields fields, String name) {
        int line = fields.indexOf(name, 0);
        if (line < 0) {
            return List.of();
        }
        List<String> values = new ArrayList<>(1);
        for (; line >= 0; line = fields.indexOf(name, line + 1)) {
            values.add(fields.value(line));
        }
        return values;
    }

    private static @Nullable String tenant(Fields fields, String field) {
        String value = fields.count(field) == 1 ? fields.first(field) : null;
        return value == null || value.isBlank() || value.length() > LONGEST_TENANT ? null : value;
    }
}
