package io.goodput.erasure;

import java.io.IOException;

/** The shards at hand do not give the data: too few of them, or not of one piece. */
public final class UnrecoverableDataException extends IOException {
    private static final long serialVersionUID = 1L;

    UnrecoverableDataException(String message) {
        super(message);
    }
}
