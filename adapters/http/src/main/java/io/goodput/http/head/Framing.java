package io.goodput.http.head;

/** Where the body of a message ends (RFC 9112, 6.3). */
public sealed interface Framing {
    /** There is none. */
    record None() implements Framing {
        /** Has no fields, so one is enough. */
        public static final None INSTANCE = new None();
    }

    /**
     * After so many bytes.
     *
     * @param bytes from 0
     */
    record Length(long bytes) implements Framing {}

    /** After the last chunk and its trailers. */
    record Chunked() implements Framing {
        /** Has no fields, so one is enough. */
        public static final Chunked INSTANCE = new Chunked();
    }

    /** Where the stream of HTTP/2 below ends, of which nobody has told the length. */
    record UntilEndOfStream() implements Framing {
        /** Has no fields, so one is enough. */
        public static final UntilEndOfStream INSTANCE = new UntilEndOfStream();
    }

    /** Where the connection is closed; of responses only. */
    record UntilClose() implements Framing {
        /** Has no fields, so one is enough. */
        public static final UntilClose INSTANCE = new UntilClose();
    }

    /** There is no more HTTP: bytes pass both ways until either side closes; of responses only. */
    record Tunnel() implements Framing {
        /** Has no fields, so one is enough. */
        public static final Tunnel INSTANCE = new Tunnel();
    }

    /** Whether there is a body, be it an empty one of a stated length. */
    default boolean hasBody() {
        return !(this instanceof None || this instanceof Tunnel);
    }
}
