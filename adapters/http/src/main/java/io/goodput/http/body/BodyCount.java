package io.goodput.http.body;

import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadFault;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of one body as they come: against its limit, whether its length was told or not, and against the
 * length, if it was. Not thread-safe.
 */
public final class BodyCount {
    private final long limit;
    private final long told;
    private long seen;

    /**
     * Of no bytes so far.
     *
     * @param limit the most bytes; at least 0
     */
    public BodyCount(Framing framing, long limit) {
        this.limit = notNegative("limit", limit);
        this.told = switch (framing) {
            case Framing.Length(long bytes) -> bytes;
            case Framing.None _ -> 0;
            case Framing.Chunked _, Framing.UntilEndOfStream _, Framing.UntilClose _, Framing.Tunnel _ -> -1;
        };
    }

    private static long notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: >= 0)");
        }
        return value;
    }

    /** A body that is refused by its head, before a byte of it is read; null if it is not. */
    public @Nullable HeadFault faultAhead() {
        return told > limit ? HeadFault.BODY_TOO_LARGE : null;
    }

    /** So many bytes more; null if they may come. */
    public @Nullable HeadFault add(long bytes) {
        seen += notNegative("bytes", bytes);
        if (told >= 0 && seen > told) {
            return HeadFault.BODY_LENGTH;
        }
        return seen > limit ? HeadFault.BODY_TOO_LARGE : null;
    }

    /** How many bytes are to come; -1 if nobody knows. */
    public long left() {
        return told < 0 ? -1 : told - seen;
    }

    /** The body has ended, as its sender says; null if it is whole. */
    public @Nullable HeadFault end() {
        return told >= 0 && seen < told ? HeadFault.BODY_LENGTH : null;
    }

    /** How many bytes have come. */
    public long seen() {
        return seen;
    }
}
