package io.goodput;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes a {@link CallContext} from process to process. What travels is the remaining time, never an instant, so that
 * clocks need not agree:
 *
 * <table>
 * <caption>The headers</caption>
 * <tr><td>{@code x-envoy-expected-rq-timeout-ms}</td><td>remaining milliseconds, rounded down; as Envoy sends it</td></tr>
 * <tr><td>{@code grpc-timeout}</td><td>read as well: at most 8 digits and one of {@code H M S m u n}, as gRPC sends
 * it</td></tr>
 * <tr><td>{@code x-goodput-criticality}</td><td>{@code critical-plus}, {@code critical}, {@code sheddable-plus},
 * {@code sheddable}</td></tr>
 * <tr><td>{@code x-goodput-tenant}</td><td>1 to 256 printable ASCII characters</td></tr>
 * <tr><td>{@code traceparent}</td><td>as the W3C's Trace Context has it, version 00</td></tr>
 * <tr><td>{@code tracestate}</td><td>as the W3C's Trace Context has it: at most 32 members, of which so many stay as fit
 * 512 characters; none without a {@code traceparent}</td></tr>
 * <tr><td>{@code x-request-id}</td><td>1 to 128 printable ASCII characters, no spaces</td></tr>
 * </table>
 *
 * <p>What a stranger sends is not believed: a header that is not well formed is as good as none, and who reads says how
 * critical a request may at most call itself.
 *
 * <pre>{@code
 * ContextHeaders.write(CallContext.current(), ticker.nanos(), request::header);
 *
 * CallContext context = ContextHeaders.read(request::header, ticker.nanos(), Criticality.CRITICAL);
 * context.call(() -> handle(request));
 * }</pre>
 */
public final class ContextHeaders {
    /** Remaining milliseconds. */
    public static final String REMAINING_MS = "x-envoy-expected-rq-timeout-ms";

    /** Remaining time with its unit. */
    public static final String GRPC_TIMEOUT = "grpc-timeout";

    /** How much it hurts when the request is not served. */
    public static final String CRITICALITY = "x-goodput-criticality";

    /** For whom it is. */
    public static final String TENANT = "x-goodput-tenant";

    /** The trace that it belongs to. */
    public static final String TRACE = "traceparent";

    /** What the tracing systems on the way have noted of it. */
    public static final String TRACE_STATE = "tracestate";

    /** What whoever asked calls the request; as Envoy and others send it. */
    public static final String REQUEST_ID = "x-request-id";

    private static final long MILLI = 1_000_000;
    private static final int MOST_TENANT = 256;
    private static final int MOST_REQUEST_ID = 128;
    private static final int MOST_DIGITS = 18;

    private ContextHeaders() {}

    /**
     * Gives each header to {@code set}, its name first. A deadline that has passed is sent as 0: no need to begin. What
     * is not well formed is not sent, and no state of a trace without the trace.
     */
    public static void write(CallContext context, long now, BiConsumer<String, String> set) {
        if (context.deadline().nanos() != Long.MAX_VALUE) {
            set.accept(REMAINING_MS, Long.toString(context.deadline().remaining(now) / MILLI));
        }
        set.accept(CRITICALITY, nameOf(context.criticality()));
        String tenant = tenant(context.tenant());
        if (tenant != null) {
            set.accept(TENANT, tenant);
        }
        String trace = TraceParent.wellFormed(context.trace());
        if (trace != null) {
            set.accept(TRACE, trace);
            String state = TraceState.wellFormed(context.traceState());
            if (state != null) {
                set.accept(TRACE_STATE, state);
            }
        }
        String requestId = requestId(context.requestId());
        if (requestId != null) {
            set.accept(REQUEST_ID, requestId);
        }
    }

    /**
     * The context that the headers tell of. Of two deadlines the earlier counts.
     *
     * @param get answers with the header of that name, in lower case; null without it. Of a {@code tracestate} that
     *     came in several, all of them in their order, joined by commas
     * @param atMost what the sender may claim, and has if it claims nothing, or more
     */
    public static CallContext read(UnaryOperator<@Nullable String> get, long now, Criticality atMost) {
        long remaining = Math.min(millis(get.apply(REMAINING_MS)), grpc(get.apply(GRPC_TIMEOUT)));
        var deadline = new Deadline(Nanos.plus(now, remaining));
        Criticality claimed = criticality(get.apply(CRITICALITY), atMost);
        String trace = TraceParent.wellFormed(get.apply(TRACE));
        return new CallContext(
                deadline,
                claimed.compareTo(atMost) < 0 ? atMost : claimed,
                tenant(get.apply(TENANT)),
                trace,
                trace == null ? null : TraceState.wellFormed(get.apply(TRACE_STATE)),
                requestId(get.apply(REQUEST_ID)));
    }

    /**
     * The same, of headers that may have come more than once: one that did, and may not, is as good as none, as nobody
     * knows which of them counts.
     *
     * @param all answers with the values of the header of that name, in lower case, in their order; empty without it
     */
    public static CallContext readAll(Function<String, ? extends List<String>> all, long now, Criticality atMost) {
        return read(name -> single(Objects.requireNonNull(name), all), now, atMost);
    }

    private static @Nullable String single(String name, Function<String, ? extends List<String>> all) {
        List<String> values = all.apply(name);
        return switch (values.size()) {
            case 0 -> null;
            case 1 -> values.getFirst();
            default -> name.equals(TRACE_STATE) ? String.join(",", values) : null;
        };
    }

    private static long millis(@Nullable String text) {
        return text == null ? Long.MAX_VALUE : times(text, MOST_DIGITS, MILLI);
    }

    private static long grpc(@Nullable String text) {
        if (text == null || text.length() < 2) {
            return Long.MAX_VALUE;
        }
        int digits = text.length() - 1;
        long unit = switch (text.charAt(digits)) {
            case 'H' -> 3_600_000 * MILLI;
            case 'M' -> 60_000 * MILLI;
            case 'S' -> 1_000 * MILLI;
            case 'm' -> MILLI;
            case 'u' -> 1_000;
            case 'n' -> 1;
            default -> 0;
        };
        return unit == 0 ? Long.MAX_VALUE : times(text.substring(0, digits), 8, unit);
    }

    /** So many units, in nanoseconds; never, if the text is no such number, or the time too long to count. */
    private static long times(String digits, int most, long unit) {
        if (digits.isEmpty() || digits.length() > most) {
            return Long.MAX_VALUE;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Long.MAX_VALUE;
            }
            number = number * 10 + digit;
        }
        return number > Long.MAX_VALUE / unit ? Long.MAX_VALUE : number * unit;
    }

    private static String nameOf(Criticality criticality) {
        return switch (criticality) {
            case CRITICAL_PLUS -> "critical-plus";
            case CRITICAL -> "critical";
            case SHEDDABLE_PLUS -> "sheddable-plus";
            case SHEDDABLE -> "sheddable";
        };
    }

    private static Criticality criticality(@Nullable String text, Criticality otherwise) {
        return switch (text) {
            case "critical-plus" -> Criticality.CRITICAL_PLUS;
            case "critical" -> Criticality.CRITICAL;
            case "sheddable-plus" -> Criticality.SHEDDABLE_PLUS;
            case "sheddable" -> Criticality.SHEDDABLE;
            case null, default -> otherwise;
        };
    }

    private static @Nullable String tenant(@Nullable String text) {
        return text != null && text.length() <= MOST_TENANT && isPrintable(text, ' ') && !text.isBlank() ? text : null;
    }

    private static @Nullable String requestId(@Nullable String text) {
        boolean wellFormed =
                text != null && !text.isEmpty() && text.length() <= MOST_REQUEST_ID && isPrintable(text, '!');
        return wellFormed ? text : null;
    }

    private static boolean isPrintable(String text, char lowest) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < lowest || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
