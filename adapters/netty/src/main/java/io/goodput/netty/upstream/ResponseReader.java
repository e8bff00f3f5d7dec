package io.goodput.netty.upstream;

import io.goodput.http.body.BodyCount;
import io.goodput.http.body.ChunkedDecoder;
import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Asked;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadFault;
import io.goodput.http.head.HeadLimits;
import io.goodput.http.head.HeadRefusal;
import io.goodput.http.head.ResponseDecoder;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the answers of one connection apart, from bytes as they come. It takes none of what follows an answer. */
final class ResponseReader {
    /** What has come. */
    enum Part {
        /** All bytes are taken, and more are needed. */
        MORE,
        /** A head of 1xx; another follows. */
        INTERIM,
        /** The head that counts. */
        HEAD,
        /** Bytes of the body: {@link ResponseReader#dataLength} before where the buffer stands. */
        DATA,
        /** The answer is whole. */
        END,
        /** It is none. */
        FAULT
    }

    private enum Stage {
        HEAD,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE,
        END,
        FAULT
    }

    private final ResponseDecoder heads;
    private final ChunkedDecoder chunks;
    private Stage stage = Stage.END;
    private Asked asked = Asked.PLAINLY;
    private BodyCount count = new BodyCount(Framing.None.INSTANCE, 0);
    private @Nullable AcceptedResponse head;
    private Fields trailers = Fields.NONE;
    private int dataLength;

    ResponseReader(HeadLimits limits) {
        this.heads = new ResponseDecoder(limits);
        this.chunks = new ChunkedDecoder(limits);
    }

    /** The answer to this is next. */
    void begin(Asked request) {
        asked = request;
        stage = Stage.HEAD;
        head = null;
        trailers = Fields.NONE;
    }

    /** Whether not a byte of the answer has come. */
    boolean isUnbegun() {
        return stage == Stage.HEAD && heads.isIdle();
    }

    /** Takes bytes up to the next part. */
    Part next(ByteBuffer in) {
        return switch (stage) {
            case HEAD -> head(in);
            case LENGTH -> data(in, (int) Math.min(count.left(), in.remaining()));
            case UNTIL_CLOSE -> data(in, in.remaining());
            case CHUNKED -> chunk(in);
            case END -> Part.END;
            case FAULT -> Part.FAULT;
        };
    }

    private Part head(ByteBuffer in) {
        return switch (heads.decode(in, asked)) {
            case null -> Part.MORE;
            case HeadRefusal _ -> fault();
            case AcceptedResponse accepted -> accepted(accepted);
        };
    }

    private Part accepted(AcceptedResponse accepted) {
        head = accepted;
        if (accepted.head().isInterim() && !(accepted.framing() instanceof Framing.Tunnel)) {
            return Part.INTERIM;
        }
        count = new BodyCount(accepted.framing(), Long.MAX_VALUE);
        stage = switch (accepted.framing()) {
            case Framing.None _ -> Stage.END;
            case Framing.Length(long bytes) -> bytes == 0 ? Stage.END : Stage.LENGTH;
            case Framing.Chunked _ -> Stage.CHUNKED;
            case Framing.UntilClose _, Framing.UntilEndOfStream _, Framing.Tunnel _ -> Stage.UNTIL_CLOSE;
        };
        chunks.reset();
        return Part.HEAD;
    }

    private Part data(ByteBuffer in, int length) {
        if (length == 0) {
            return Part.MORE;
        }
        in.position(in.position() + length);
        return counted(length);
    }

    private Part chunk(ByteBuffer in) {
        return switch (chunks.next(in)) {
            case DATA -> counted(chunks.data().remaining());
            case MORE -> Part.MORE;
            case END -> {
                trailers = chunks.trailers();
                stage = Stage.END;
                yield Part.END;
            }
            case FAULT -> fault();
        };
    }

    private Part counted(int length) {
        dataLength = length;
        HeadFault fault = count.add(length);
        if (fault != null) {
            return fault();
        }
        if (stage == Stage.LENGTH && count.left() == 0) {
            stage = Stage.END;
        }
        return Part.DATA;
    }

    private Part fault() {
        stage = Stage.FAULT;
        return Part.FAULT;
    }

    /** No more bytes will come: true if that is how this answer ends. */
    boolean endsWithConnection() {
        return stage == Stage.UNTIL_CLOSE;
    }

    /** Whether the answer is whole. */
    boolean isOver() {
        return stage == Stage.END;
    }

    /** The latest head. */
    AcceptedResponse head() {
        return Objects.requireNonNull(head);
    }

    int dataLength() {
        return dataLength;
    }

    Fields trailers() {
        return trailers;
    }
}
