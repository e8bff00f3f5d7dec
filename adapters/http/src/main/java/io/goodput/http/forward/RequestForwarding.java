package io.goodput.http.forward;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.FieldRole;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestHead;
import io.goodput.http.head.RequestTarget;
import java.util.Locale;

/** Writes the head of a request for its origin. */
public final class RequestForwarding {
    private final AcceptedRequest request;
    private final Fields fields;
    private final Sender sender;
    private final ForwardRules rules;
    private final Onward onward;
    private final PassingFields passing;
    private final String protocol;

    private RequestForwarding(AcceptedRequest request, Sender sender, ForwardRules rules, Onward onward) {
        this.request = request;
        this.fields = request.head().fields();
        this.sender = sender;
        this.rules = rules;
        this.onward = onward;
        this.passing = new PassingFields(onward.version(), request.options(), onward.ours());
        this.protocol = isTunnel() ? request.upgrade() : "";
    }

    /** The request as it goes on. */
    public static ForwardedRequest forward(AcceptedRequest request, Sender sender, ForwardRules rules, Onward onward) {
        return new RequestForwarding(request, sender, rules, onward).forwarded();
    }

    private ForwardedRequest forwarded() {
        Framing framing = framing();
        if (toHttp1()) {
            passing.add("Host", onward.target().authority());
        }
        addPassing();
        new Provenance(request, sender).addTo(passing);
        addVia();
        passing.addOurs();
        addHop();
        addFraming(framing);
        RequestTarget target = onward.target();
        var head = new RequestHead(request.head().method(), target.inOriginForm(), onward.version(), passing.build());
        return new ForwardedRequest(head, target, framing, protocol);
    }

    private boolean toHttp1() {
        return onward.version() != HttpVersion.HTTP_2;
    }

    /** Only a protocol that this route lets pass is asked for; any other the origin does not hear of. */
    private boolean isTunnel() {
        boolean bare =
                request.framing() instanceof Framing.None || request.head().version() == HttpVersion.HTTP_2;
        return !request.upgrade().isEmpty()
                && bare
                && request.head().method().equals("GET")
                && rules.tunnels().contains(request.upgrade());
    }

    private Framing framing() {
        if (!protocol.isEmpty()) {
            return Framing.None.INSTANCE;
        }
        boolean trailersToCome = request.head().version() == HttpVersion.HTTP_2 && fields.indexOf("trailer", 0) >= 0;
        return switch (request.framing()) {
            case Framing.None none -> meansBody() ? new Framing.Length(0) : none;
            case Framing.Length length when trailersToCome && length.bytes() > 0 -> streamed();
            case Framing.Length length -> length;
            default -> streamed();
        };
    }

    private Framing streamed() {
        return toHttp1() ? Framing.Chunked.INSTANCE : Framing.UntilEndOfStream.INSTANCE;
    }

    /** Some origins answer 411 to a method that has a body as a rule, if neither body nor length is there. */
    private boolean meansBody() {
        return switch (request.head().method()) {
            case "POST", "PUT", "PATCH" -> true;
            default -> false;
        };
    }

    private void addPassing() {
        StringBuilder cookies = null;
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.name(i);
            if (!isPassed(name)) {
                continue;
            }
            if (toHttp1() && request.head().version() == HttpVersion.HTTP_2 && name.equals("cookie")) {
                // RFC 9113, 8.2.3: HTTP/2 cuts it to pieces, which are one to HTTP/1.1.
                cookies = cookies == null ? new StringBuilder() : cookies.append("; ");
                cookies.append(fields.value(i));
            } else {
                passing.add(name, fields.value(i));
            }
        }
        if (cookies != null) {
            passing.add("cookie", cookies.toString());
        }
    }

    private boolean isPassed(String name) {
        FieldRole role = FieldRole.of(name);
        boolean believed = switch (role) {
            case HOP, FRAMING -> false;
            case PROVENANCE -> sender.trusted() && !Provenance.writes(name) && name.indexOf('_') < 0;
            case CONTEXT -> sender.trusted() && name.indexOf('_') < 0;
            case PLAIN -> isOfUse(name);
        };
        return believed && passing.passes(name, role);
    }

    /** An expectation that does not count is not passed on, nor the key that a tunnel of HTTP/2 has no use for. */
    private boolean isOfUse(String name) {
        if (name.equalsIgnoreCase("Expect")) {
            return request.expectsContinue();
        }
        return toHttp1() || protocol.isEmpty() || !name.equalsIgnoreCase("Sec-WebSocket-Key");
    }

    private void addVia() {
        if (!rules.via().isEmpty()) {
            String received = switch (request.head().version()) {
                case HTTP_1_0 -> "1.0 ";
                case HTTP_1_1 -> "1.1 ";
                case HTTP_2 -> "2.0 ";
            };
            passing.add("Via", received + rules.via());
        }
    }

    /** Of what is for one hop, the next one hears that trailers are welcome, and of the tunnel. */
    private void addHop() {
        boolean trailers = wantsTrailers();
        if (trailers) {
            passing.add("TE", "trailers");
        }
        if (toHttp1() && (trailers || !protocol.isEmpty())) {
            passing.add("Connection", protocol.isEmpty() ? "TE" : trailers ? "TE, Upgrade" : "Upgrade");
        }
        if (toHttp1() && !protocol.isEmpty()) {
            passing.add("Upgrade", protocol);
        }
    }

    private boolean wantsTrailers() {
        for (int line = fields.indexOf("TE", 0); line >= 0; line = fields.indexOf("TE", line + 1)) {
            String list = fields.value(line).toLowerCase(Locale.ROOT);
            for (int from = 0; from <= list.length(); ) {
                int comma = list.indexOf(',', from);
                int to = comma < 0 ? list.length() : comma;
                if (list.substring(from, to).strip().equals("trailers")) {
                    return true;
                }
                from = to + 1;
            }
        }
        return false;
    }

    private void addFraming(Framing framing) {
        switch (framing) {
            case Framing.Length(long bytes) -> passing.add("Content-Length", Long.toString(bytes));
            case Framing.Chunked _ -> passing.add("Transfer-Encoding", "chunked");
            default -> {}
        }
    }
}
