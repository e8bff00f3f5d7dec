package io.goodput.load.http;

import io.goodput.load.HttpTarget;

/**
 * Whom to connect to.
 *
 * @param tls whether over TLS
 * @param host a name, or an address without brackets
 */
record ServerAddress(boolean tls, String host, int port) {
    static ServerAddress of(HttpTarget target) {
        return new ServerAddress(target.isTls(), target.host(), target.port());
    }
}
