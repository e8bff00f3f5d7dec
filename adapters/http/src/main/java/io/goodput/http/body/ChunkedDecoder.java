package io.goodput.http.body;

import io.goodput.http.head.Fields;
import io.goodput.http.head.HeadFault;
import io.goodput.http.head.HeadLimits;
import io.goodput.http.head.HeadLines;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one chunked body from bytes as they come, with its trailers, and takes none of what follows. Lines end with CR
 * LF and in no other way; extensions are read over. Not thread-safe; {@link #reset} makes it ready for another.
 *
 * <pre>{@code
 * while (true) {
 *     switch (decoder.next(in)) {
 *         case DATA -> use(decoder.data());
 *         case MORE -> { return; }
 *         case END -> { finish(decoder.trailers()); return; }
 *         case FAULT -> { refuse(decoder.fault()); return; }
 *     }
 * }
 * }</pre>
 */
public final class ChunkedDecoder {
    /** The most bytes of a chunk's extensions. */
    public static final int LONGEST_EXTENSIONS = 1024;

    private static final int MOST_DIGITS = 16;

    /** What has come. */
    public enum Piece {
        /** Some bytes of the body: {@link ChunkedDecoder#data}. */
        DATA,
        /** All bytes are taken, and the body goes on. */
        MORE,
        /** The body is over: {@link ChunkedDecoder#trailers}. */
        END,
        /** This is no chunked body: {@link ChunkedDecoder#fault}. */
        FAULT
    }

    private enum State {
        SIZE,
        EXTENSIONS,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILERS,
        END
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final HeadLimits limits;
    private final HeadLines lines;
    private final Fields.Builder collected = new Fields.Builder();
    private State state = State.SIZE;
    private int digits;
    private int extensions;
    private long left;
    private ByteBuffer data = NOTHING;
    private Fields trailers = Fields.NONE;
    private @Nullable HeadFault fault;

    /**
     * At the beginning of a body.
     *
     * @param limits which trailers are held to, as heads are
     */
    public ChunkedDecoder(HeadLimits limits) {
        this.limits = limits;
        this.lines = new HeadLines(limits.bytes());
    }

    /** At the beginning of another body. */
    public void reset() {
        state = State.SIZE;
        digits = 0;
        extensions = 0;
        left = 0;
        data = NOTHING;
        trailers = Fields.NONE;
        collected.build();
        lines.reset();
        fault = null;
    }

    /** Takes bytes up to the next thing to be told. After the end and after a fault it takes none. */
    public Piece next(ByteBuffer in) {
        while (fault == null && state != State.END) {
            if (state == State.TRAILERS) {
                return trailers(in);
            }
            if (!in.hasRemaining()) {
                return Piece.MORE;
            }
            if (state == State.DATA) {
                take(in);
                return Piece.DATA;
            }
            take(in.get() & 0xFF);
        }
        return fault == null ? Piece.END : Piece.FAULT;
    }

    private void take(ByteBuffer in) {
        int length = (int) Math.min(left, in.remaining());
        data = in.slice(in.position(), length);
        in.position(in.position() + length);
        left -= length;
        if (left == 0) {
            state = State.DATA_CR;
        }
    }

    private void take(int b) {
        switch (state) {
            case SIZE -> size(b);
            case EXTENSIONS -> extension(b);
            case SIZE_LF -> sizeEnds(b);
            case DATA_CR -> expect(b, '\r', State.DATA_LF, HeadFault.CHUNK_END);
            case DATA_LF -> expect(b, '\n', State.SIZE, HeadFault.CHUNK_END);
            case DATA, TRAILERS, END -> throw new IllegalStateException(state.toString());
        }
    }

    private void expect(int b, char wanted, State then, HeadFault otherwise) {
        if (b == wanted) {
            state = then;
        } else {
            fault = otherwise;
        }
    }

    private void size(int b) {
        int digit = b <= 'f' ? Character.digit(b, 16) : -1;
        if (digit >= 0) {
            if (++digits > MOST_DIGITS || left > (Long.MAX_VALUE >> 4)) {
                fault = HeadFault.CHUNK_SIZE_DIGITS;
            }
            left = (left << 4) | digit;
        } else if (digits == 0) {
            fault = HeadFault.CHUNK_SIZE;
        } else if (b == '\r') {
            state = State.SIZE_LF;
        } else if (b == ';') {
            state = State.EXTENSIONS;
        } else {
            fault = b == '\n' ? HeadFault.BARE_LF : HeadFault.CHUNK_SIZE;
        }
    }

    /** Nobody here knows any; a quoted one may not hide the end of a line either. */
    private void extension(int b) {
        if (b == '\r') {
            state = State.SIZE_LF;
        } else if (++extensions > LONGEST_EXTENSIONS) {
            fault = HeadFault.CHUNK_EXTENSION_LENGTH;
        } else if (b == '\n') {
            fault = HeadFault.BARE_LF;
        } else if ((b < ' ' && b != '\t') || b == 0x7F) {
            fault = HeadFault.CHUNK_EXTENSION;
        }
    }

    private void sizeEnds(int b) {
        if (b != '\n') {
            fault = HeadFault.BARE_CR;
            return;
        }
        state = left == 0 ? State.TRAILERS : State.DATA;
        digits = 0;
        extensions = 0;
    }

    private Piece trailers(ByteBuffer in) {
        while (lines.next(in)) {
            if (lines.isAtEmptyLine()) {
                trailers = collected.build();
                fault = Trailers.faultOf(trailers);
                state = State.END;
                return fault == null ? Piece.END : Piece.FAULT;
            }
            fault = lines.takeField(collected, limits.fields());
            if (fault != null) {
                return Piece.FAULT;
            }
        }
        fault = lines.fault();
        return fault == null ? Piece.MORE : Piece.FAULT;
    }

    /** The bytes of the body that {@link Piece#DATA} tells of: a view of those that were given. */
    public ByteBuffer data() {
        return data;
    }

    /** As they came, once the body is over; {@link Trailers#passing} says which may pass. */
    public Fields trailers() {
        return trailers;
    }

    /** What is wrong; null if nothing is. */
    public @Nullable HeadFault fault() {
        return fault;
    }
}
