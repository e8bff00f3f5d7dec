package io.goodput.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that can be read once. Whoever reads it again, be it the client by itself, is told so: the rest of a stream
 * must not be sent as if it were the whole.
 */
final class OneTimeBody implements BodyPublisher {
    private static final Subscription NOTHING = new Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private final BodyPublisher body;
    private final AtomicBoolean read = new AtomicBoolean();

    OneTimeBody(BodyPublisher body) {
        this.body = body;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (read.getAndSet(true)) {
            subscriber.onSubscribe(NOTHING);
            subscriber.onError(new IOException("a body of unknown length cannot be sent again"));
        } else {
            body.subscribe(subscriber);
        }
    }
}
