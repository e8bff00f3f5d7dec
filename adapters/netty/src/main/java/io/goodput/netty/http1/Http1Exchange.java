package io.goodput.netty.http1;

import io.goodput.Ticker;
import io.goodput.http.forward.ForwardedResponse;
import io.goodput.http.forward.Reply;
import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.ResponseHead;
import io.goodput.netty.CloseReason;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.Peer;
import io.goodput.netty.ServerExchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import java.util.function.Consumer;

/** One request of a connection and its answer. */
final class Http1Exchange implements ServerExchange, ChannelFutureListener {
    private static final int SWITCHING = 101;

    private final Http1Connection connection;
    private final AcceptedRequest request;
    private final long number;
    private final long begunAt;
    private final AnswerWriter answer;
    private ExchangeListener listener = ExchangeListener.INDIFFERENT;
    private boolean listened;
    private boolean demand;
    private boolean hasRead;
    private boolean continued;
    private boolean answered;
    private boolean ended;
    private boolean over;

    Http1Exchange(Http1Connection connection, AcceptedRequest request, long number, long begunAt) {
        this.connection = connection;
        this.request = request;
        this.number = number;
        this.begunAt = begunAt;
        this.answer = new AnswerWriter(connection);
    }

    @Override
    public AcceptedRequest request() {
        return request;
    }

    @Override
    public Peer peer() {
        return connection.peer();
    }

    @Override
    public String id() {
        return connection.id() + "-" + number;
    }

    @Override
    public EventLoop loop() {
        return connection.loop();
    }

    @Override
    public Ticker ticker() {
        return connection.ticker();
    }

    @Override
    public long begunAt() {
        return begunAt;
    }

    @Override
    public ByteBufAllocator allocator() {
        return connection.allocator();
    }

    @Override
    public void listen(ExchangeListener other) {
        if (listened) {
            throw new IllegalStateException("listen: twice (expected: once)");
        }
        listened = true;
        listener = other;
    }

    @Override
    public void read() {
        if (over || (ended && !answer.isTunnel())) {
            return;
        }
        demand = true;
        hasRead = true;
        if (awaitsContinue() && !answered) {
            informational(100, Fields.NONE);
        }
        connection.advance();
    }

    /** Whether the client holds its body back. Once some of it has come, it does not. */
    boolean awaitsContinue() {
        return request.expectsContinue() && !continued && connection.nothingOfBodyHasCome();
    }

    @Override
    public void informational(int status, Fields fields) {
        if (status < 100 || status > 199 || status == SWITCHING) {
            throw new IllegalArgumentException("status: " + status + " (expected: >= 100 and <= 199, not 101)");
        }
        if (over) {
            return;
        }
        refuseIf(answered, "an interim answer after the final one");
        continued |= status == 100;
        if (request.head().version() != HttpVersion.HTTP_1_0) {
            String phrase = status == 100 ? "Continue" : "";
            answer.head(new ResponseHead(HttpVersion.HTTP_1_1, status, phrase, fields), Framing.None.INSTANCE);
            connection.flushSoon();
        }
    }

    private static void refuseIf(boolean mistaken, String what) {
        if (mistaken) {
            throw new IllegalStateException(what);
        }
    }

    @Override
    public Reply reply(Fields ours) {
        return new Reply(request.head().version(), connection.mayPersist(), request.upgrade(), ours);
    }

    @Override
    public void respond(ForwardedResponse response) {
        if (over) {
            return;
        }
        refuseIf(answered, "a second answer");
        answer.head(response.head(), response.framing());
        answered = true;
        if (response.closes() || response.framing() instanceof Framing.UntilClose) {
            connection.noFurther();
        }
        if (answer.isTunnel()) {
            connection.tunnel();
        }
    }

    @Override
    public void write(ByteBuf data) {
        if (over) {
            data.release();
            return;
        }
        String mistake = !answered
                ? "a body before its head"
                : ended
                        ? "a body after its end"
                        : connection.isWritable() ? null : "a body while the exchange is not writable";
        if (mistake != null) {
            data.release();
            throw new IllegalStateException(mistake);
        }
        if (!answer.body(data)) {
            connection.cut(CloseReason.HANDLER_FAILED);
            throw new IllegalStateException("a body of more bytes than its length says");
        }
    }

    @Override
    public void flush() {
        if (!over) {
            connection.flushSoon();
        }
    }

    @Override
    public void end(Fields trailers) {
        if (over) {
            return;
        }
        refuseIf(!answered, "an end before the head");
        refuseIf(ended, "a second end");
        if (!answer.isWhole()) {
            connection.cut(CloseReason.HANDLER_FAILED);
            throw new IllegalStateException("a body of fewer bytes than its length says");
        }
        ended = true;
        connection.ended(this, answer.end(trailers));
    }

    @Override
    public boolean isWritable() {
        return !over && !ended && connection.isWritable();
    }

    @Override
    public boolean isAnswered() {
        return answered;
    }

    @Override
    public void reset() {
        if (!over) {
            tellAbort(CloseReason.RESET);
            connection.cut(CloseReason.RESET);
        }
    }

    /** The last of it has been written, or cannot be. */
    @Override
    public void operationComplete(ChannelFuture future) {
        connection.written(this, future.isSuccess());
    }

    boolean wants() {
        return demand;
    }

    /** Whether the handler has ever asked for the body. */
    boolean hasRead() {
        return hasRead;
    }

    boolean isOver() {
        return over;
    }

    boolean isEnded() {
        return ended;
    }

    void tellData(ByteBuf data) {
        demand = false;
        tell(each -> each.onData(data));
    }

    void tellEnd(Fields trailers) {
        demand = false;
        tell(each -> each.onEnd(trailers));
    }

    void tellWritable() {
        tell(ExchangeListener::onWritable);
    }

    void tellHalfClose() {
        tell(ExchangeListener::onHalfClose);
    }

    void tellSent() {
        if (!over) {
            over = true;
            tell(ExchangeListener::onSent);
        }
    }

    void tellAbort(CloseReason reason) {
        if (!over) {
            over = true;
            connection.aborted(reason);
            tell(each -> each.onAbort(reason));
        }
    }

    private void tell(Consumer<ExchangeListener> what) {
        connection.enter();
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            connection.handlerFailed(this, e);
        } finally {
            connection.leave();
        }
    }
}
