package io.goodput.telemetry.frame;

import java.io.IOException;

/** A file is sealed, and nobody gave its key. */
public final class KeyMissingException extends IOException {
    private static final long serialVersionUID = 1;

    KeyMissingException() {
        super("The file is sealed (expected: its key)");
    }
}
