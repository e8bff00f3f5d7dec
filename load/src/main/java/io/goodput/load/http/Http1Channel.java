package io.goodput.load.http;

import io.goodput.load.RequestOutcome;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** A connection of HTTP/1.1: one request at a time, and none is sent before the answer to the last has ended. */
final class Http1Channel extends HttpChannel {
    private final Http1Answers answers = new Http1Answers();
    private @Nullable Transmission current;
    private boolean opened;
    private boolean closing;

    Http1Channel(ChannelPool pool) {
        super(pool, WireProtocol.HTTP_1_1);
    }

    @Override
    void opened() {
        opened = true;
        becomeReady();
    }

    @Override
    boolean hasRoom() {
        return opened && current == null && !closing;
    }

    @Override
    void begin(Transmission transmission) {
        current = transmission;
        transmission.givenTo(this);
        var request = (Http1Request) transmission.request();
        answers.expect(request.isHead());
        ByteBuf out = context().alloc().directBuffer(request.size());
        request.writeTo(out, transmission.remainingMillis());
        var _ = context().writeAndFlush(out, context().voidPromise());
    }

    /** What comes yet would be taken for the next answer. */
    @Override
    void abandon(Transmission transmission) {
        current = null;
        closing = true;
        close();
    }

    @Override
    void received(ByteBuf data) throws MalformedAnswerException {
        while (data.isReadable() && !closing) {
            if (current == null) {
                throw new MalformedAnswerException("bytes that nobody asked for");
            }
            int unseen = (int) Math.min(answers.skippable(), data.readableBytes());
            if (unseen > 0) {
                answers.skip(unseen);
                data.skipBytes(unseen);
            } else {
                look(data);
            }
            if (answers.isComplete()) {
                complete(current, data);
            }
        }
    }

    private void look(ByteBuf data) throws MalformedAnswerException {
        byte[] bytes = pool().scratch();
        int length = Math.min(bytes.length, data.readableBytes());
        data.getBytes(data.readerIndex(), bytes, 0, length);
        data.skipBytes(answers.take(bytes, 0, length));
    }

    private void complete(Transmission ended, ByteBuf data) {
        int status = answers.status();
        long bytes = answers.bodyBytes();
        current = null;
        closing = !answers.keepsAlive() || data.isReadable();
        if (closing) {
            close();
        } else {
            pool().hasRoom(this);
        }
        pool().ended(ended, RequestOutcome.ofStatus(status), status, bytes);
    }

    @Override
    void receivedAll() {
        // Each request was sent at once.
    }

    @Override
    void closed() {
        Transmission left = current;
        current = null;
        if (left != null) {
            boolean isWhole = answers.endsWithConnection();
            pool().ended(
                            left,
                            isWhole ? RequestOutcome.ofStatus(answers.status()) : RequestOutcome.BROKEN,
                            isWhole ? answers.status() : 0,
                            answers.bodyBytes());
        }
    }
}
