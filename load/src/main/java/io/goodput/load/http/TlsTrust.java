package io.goodput.load.http;

import java.nio.file.Path;

/** Whose certificates are believed. */
public sealed interface TlsTrust {
    /** Those that Java trusts. */
    record Java() implements TlsTrust {}

    /**
     * Those of the authorities in a file.
     *
     * @param certificates PEM
     */
    record Authorities(Path certificates) implements TlsTrust {}

    /** Anybody's: for a service on this machine that has made its own. Connections elsewhere are refused. */
    record Insecure() implements TlsTrust {}
}
