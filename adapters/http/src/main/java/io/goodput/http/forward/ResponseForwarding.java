package io.goodput.http.forward;

import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.FieldRole;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.ResponseHead;
import org.jspecify.annotations.Nullable;

/** Writes the head of a response for its client. */
public final class ResponseForwarding {
    private static final int OK = 200;
    private static final int SWITCHING = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final AcceptedResponse response;
    private final ResponseHead head;
    private final boolean forHead;
    private final Reply reply;
    private final PassingFields passing;

    private ResponseForwarding(AcceptedResponse response, boolean forHead, Reply reply) {
        this.response = response;
        this.head = response.head();
        this.forHead = forHead;
        this.reply = reply;
        this.passing = new PassingFields(reply.version(), response.options(), reply.ours());
    }

    /**
     * The response as it goes back.
     *
     * @param forHead whether HEAD was asked for: the length is then that of a GET
     */
    public static ForwardedResponse forward(AcceptedResponse response, boolean forHead, Reply reply) {
        return new ResponseForwarding(response, forHead, reply).forwarded();
    }

    private ForwardedResponse forwarded() {
        for (int i = 0; i < head.fields().size(); i++) {
            String name = head.fields().name(i);
            FieldRole role = FieldRole.of(name);
            if (role != FieldRole.HOP && role != FieldRole.FRAMING && passing.passes(name, role) && isOfUse(name)) {
                passing.add(name, head.fields().value(i));
            }
        }
        passing.addOurs();
        Framing framing = framing();
        addFraming(framing);
        boolean closes = closes(framing);
        addConnection(framing, closes);
        int status = framing instanceof Framing.Tunnel ? statusOfTunnel() : head.status();
        var onward = new ResponseHead(
                reply.version(), status, status == head.status() ? head.reason() : "", passing.build());
        return new ForwardedResponse(onward, framing, closes);
    }

    private boolean isOfUse(String name) {
        boolean handshake = toHttp2() && response.framing() instanceof Framing.Tunnel;
        return !handshake || !name.equalsIgnoreCase("Sec-WebSocket-Accept");
    }

    private boolean toHttp2() {
        return reply.version() == HttpVersion.HTTP_2;
    }

    /** A tunnel begins with 101 in HTTP/1.1 and with 200 in HTTP/2 (RFC 8441, 5). */
    private int statusOfTunnel() {
        return toHttp2() ? OK : SWITCHING;
    }

    private Framing framing() {
        Framing came = response.framing();
        boolean trailersToCome =
                head.version() == HttpVersion.HTTP_2 && head.fields().indexOf("trailer", 0) >= 0;
        return switch (came) {
            case Framing.None none -> none;
            case Framing.Tunnel tunnel -> tunnel;
            case Framing.Length length
            when !trailersToCome || length.bytes() == 0 || reply.version() == HttpVersion.HTTP_1_0 -> length;
            default ->
                switch (reply.version()) {
                    case HTTP_1_0 -> Framing.UntilClose.INSTANCE;
                    case HTTP_1_1 -> Framing.Chunked.INSTANCE;
                    case HTTP_2 -> Framing.UntilEndOfStream.INSTANCE;
                };
        };
    }

    private void addFraming(Framing framing) {
        switch (framing) {
            case Framing.Length(long bytes) -> passing.add("Content-Length", Long.toString(bytes));
            case Framing.Chunked _ -> passing.add("Transfer-Encoding", "chunked");
            case Framing.None _ when forHead || head.status() == NOT_MODIFIED -> addLengthOfOther();
            default -> {}
        }
    }

    /** Of a body that a GET would have had: it frames nothing here, and is passed on if it is a length at all. */
    private void addLengthOfOther() {
        String length = only(head.fields(), "Content-Length");
        if (length != null && isLength(length) && head.status() >= OK && head.status() != NO_CONTENT) {
            passing.add("Content-Length", length);
        }
    }

    private static boolean isLength(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static @Nullable String only(Fields fields, String name) {
        return fields.count(name) == 1 ? fields.first(name) : null;
    }

    private boolean closes(Framing framing) {
        boolean last = !reply.persistent() || framing instanceof Framing.UntilClose;
        return last && !toHttp2() && !head.isInterim() && !(framing instanceof Framing.Tunnel);
    }

    private void addConnection(Framing framing, boolean closes) {
        if (toHttp2() || head.isInterim()) {
            return;
        }
        if (framing instanceof Framing.Tunnel) {
            passing.add("Connection", "Upgrade");
            passing.add("Upgrade", reply.protocol());
        } else if (closes) {
            passing.add("Connection", "close");
        } else if (reply.version() == HttpVersion.HTTP_1_0) {
            passing.add("Connection", "keep-alive");
        }
    }
}
