package io.goodput.http.forward;

import io.goodput.http.head.FieldSyntax;
import java.util.Set;

/**
 * What may differ from gateway to gateway.
 *
 * @param via by which name each request says that it went through here (RFC 9110, 7.6.3); empty for not at all, as some
 *     origins, nginx among them, compress nothing for a request that has it
 * @param tunnels which protocols a client may change to, in lower case: those that pass as tunnels
 */
public record ForwardRules(String via, Set<String> tunnels) {
    /** Via goodput; WebSocket. */
    public static final ForwardRules STANDARD = new ForwardRules("goodput", Set.of("websocket"));

    /** Refuses a name that is no token. */
    public ForwardRules {
        if (!via.isEmpty() && !FieldSyntax.isToken(via)) {
            throw new IllegalArgumentException("via: \"" + via + "\" (expected: a token, or nothing)");
        }
        tunnels = Set.copyOf(tunnels);
    }

    /** The same for a route with other tunnels. */
    public ForwardRules withTunnels(Set<String> other) {
        return new ForwardRules(via, other);
    }
}
