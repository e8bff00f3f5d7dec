package io.goodput.http;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Subscribes to a body to say that it is not wanted. */
final class Uninterested implements Subscriber<Object> {
    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(Object part) {}

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {}
}
