package io.goodput.http.head;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges the plain head of an origin's response. What is no response is not passed on: its client gets a 502. */
public final class ResponseRules {
    private static final int MOST_OPTIONS = 32;
    private static final int SWITCHING = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private ResponseRules() {}

    /**
     * The verdict.
     *
     * @param asked what it answers
     */
    public static ResponseVerdict judge(ResponseHead head, Asked asked, HeadLimits limits) {
        Framing otherwise =
                head.version() == HttpVersion.HTTP_2 ? Framing.UntilEndOfStream.INSTANCE : Framing.UntilClose.INSTANCE;
        return judge(head, asked, limits, otherwise);
    }

    static ResponseVerdict judge(ResponseHead head, Asked asked, HeadLimits limits, Framing otherwise) {
        HeadFault fault = fault(head, asked, limits);
        if (fault != null) {
            return HeadRefusal.ofResponse(fault, head.version());
        }
        List<String> options = FieldSyntax.tokens(head.fields(), "Connection", MOST_OPTIONS);
        if (options == null) {
            return HeadRefusal.ofResponse(HeadFault.CONNECTION, head.version());
        }
        if (isTunnel(head, asked)) {
            return new AcceptedResponse(head, Framing.Tunnel.INSTANCE, options);
        }
        if (isBodiless(head, asked)) {
            return new AcceptedResponse(head, Framing.None.INSTANCE, options);
        }
        var body = new BodyFraming(head.version(), head.fields());
        Framing framing = body.told(otherwise);
        return framing == null
                ? HeadRefusal.ofResponse(Objects.requireNonNull(body.fault()), head.version())
                : new AcceptedResponse(head, framing, options);
    }

    private static @Nullable HeadFault fault(ResponseHead head, Asked asked, HeadLimits limits) {
        if (head.status() < 100 || head.status() > 999 || !FieldSyntax.isValue(head.reason())) {
            return HeadFault.STATUS_LINE;
        }
        if (head.fields().size() > limits.fields()) {
            return HeadFault.TOO_MANY_FIELDS;
        }
        if (head.status() == SWITCHING && (!asked.tunnel() || head.version() != HttpVersion.HTTP_1_1)) {
            return HeadFault.UNASKED_SWITCH;
        }
        return FieldSyntax.faultOf(head.fields());
    }

    private static boolean isTunnel(ResponseHead head, Asked asked) {
        boolean opened = head.version() == HttpVersion.HTTP_2 ? head.status() / 100 == 2 : head.status() == SWITCHING;
        return asked.tunnel() && opened;
    }

    /** Whatever its fields say (RFC 9112, 6.3). */
    private static boolean isBodiless(ResponseHead head, Asked asked) {
        return asked.head() || head.status() < 200 || head.status() == NO_CONTENT || head.status() == NOT_MODIFIED;
    }
}
