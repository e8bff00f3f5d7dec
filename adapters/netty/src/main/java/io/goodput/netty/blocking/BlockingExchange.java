package io.goodput.netty.blocking;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.Peer;
import io.goodput.netty.ServerExchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One request and its answer, for one thread. */
public final class BlockingExchange {
    private final ServerExchange exchange;
    private final PieceHandover handover;
    private final BodyInput body;
    private @Nullable AnswerOutput answer;
    private boolean answered;

    BlockingExchange(ServerExchange exchange) {
        this.exchange = exchange;
        this.handover = new PieceHandover(exchange);
        this.body = new BodyInput(handover);
    }

    ExchangeListener listener() {
        return handover;
    }

    /** What is asked for. */
    public AcceptedRequest request() {
        return exchange.request();
    }

    /** Who asks. */
    public Peer peer() {
        return exchange.peer();
    }

    /** Names the request in logs. */
    public String id() {
        return exchange.id();
    }

    /**
     * The request's body. Reading waits for the client, and throws an {@link IOException} that tells why once the
     * exchange is over. What is not read is not waited for.
     */
    public InputStream body() {
        return body;
    }

    /** The trailers behind the body, once it has been read to its end; before that, none. */
    public Fields trailers() {
        return handover.trailers();
    }

    /**
     * Answers with a body that is there.
     *
     * @throws IOException if the client is gone
     * @throws IllegalStateException if an answer has begun
     */
    public void answer(int status, Fields fields, byte[] bytes) throws IOException {
        begin();
        run(() -> {
            exchange.respond(status, fields, new Framing.Length(bytes.length));
            write(Unpooled.wrappedBuffer(bytes));
            exchange.end(Fields.NONE);
        });
    }

    /** A body of our own making may be larger than what may wait; it is in memory already. */
    private void write(ByteBuf bytes) {
        if (exchange.isWritable()) {
            exchange.write(bytes);
        } else {
            bytes.release();
            exchange.reset();
        }
    }

    /**
     * Begins an answer, and gives back the stream of its body. Writing waits while the client does not take what is
     * there, and throws an {@link IOException} once the exchange is over. To close the stream ends the answer.
     *
     * @param framing the body's length, if it is known
     * @throws IOException if the client is gone
     * @throws IllegalStateException if an answer has begun
     */
    public OutputStream answer(int status, Fields fields, Framing framing) throws IOException {
        begin();
        run(() -> exchange.respond(status, fields, framing));
        var stream = new AnswerOutput(exchange, handover);
        answer = stream;
        return stream;
    }

    /** Answers with a reason that a person can read, as {@link ServerExchange#refuse} does. */
    public void refuse(int status, String reason, Fields fields) throws IOException {
        begin();
        run(() -> exchange.refuse(status, reason, fields));
    }

    private void begin() throws IOException {
        if (answered) {
            throw new IllegalStateException("a second answer");
        }
        handover.throwIfOver();
        answered = true;
    }

    private void run(Runnable action) throws IOException {
        try {
            exchange.loop().execute(() -> handover.guarded(action));
        } catch (RejectedExecutionException e) {
            throw new IOException("the listener is closed", e);
        }
    }

    boolean isAnswered() {
        return answered;
    }

    boolean isGone() {
        return handover.isOver();
    }

    void finish() throws IOException {
        if (answer != null) {
            answer.close();
        }
    }
}
