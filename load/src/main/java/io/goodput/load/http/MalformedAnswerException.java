package io.goodput.load.http;

import java.io.IOException;

/** What came is no answer of HTTP. It has no stack: where it was noticed says nothing of the server. */
final class MalformedAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedAnswerException(String message) {
        super(message);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable fillInStackTrace() {
        return this;
    }
}
