package io.goodput.server.admin;

import io.goodput.server.folder.AdminToken;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is listened to on the operator's port. It is on loopback, so who gets here is on this machine: but that may be a
 * browser which was sent here by somebody else's page.
 *
 * <ul>
 *   <li>The name asked for has to be this machine's, for a name of somebody else's may have been made to lead here (DNS
 *       rebinding): 421.
 *   <li>What comes from a page must come from one of ours, as the browser says by {@code Origin} and
 *       {@code Sec-Fetch-Site}: 403. So no page of anybody else's reads anything, or changes anything (request
 *       forgery).
 *   <li>What changes something carries the token of the data folder, {@code Authorization: Bearer TOKEN}: 401.
 * </ul>
 */
final class AdminRules {
    private static final String SCHEME = "http://";
    private static final String BEARER = "Bearer ";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    private final AdminToken token;

    /**
     * Rules.
     *
     * @param token that changes have to carry
     */
    AdminRules(AdminToken token) {
        this.token = token;
    }

    /** The refusal; null if it may be read, or done. */
    @Nullable AdminAnswer refusal(AdminRequest request, boolean changes) {
        if (!isOurs(request.field("host"), request)) {
            return AdminAnswer.text(421, "not a name of this machine");
        }
        if (isFromElsewhere(request)) {
            return AdminAnswer.text(403, "asked for by a page of somebody else's");
        }
        return changes && !token.matches(offered(request))
                ? AdminAnswer.text(401, "changes take the token in " + AdminToken.FILE + " of the data folder")
                        .with("www-authenticate", "Bearer")
                : null;
    }

    /** Whether that is a name of this machine with the port. */
    private static boolean isOurs(@Nullable String authority, AdminRequest request) {
        String port = ":" + request.port();
        return authority != null
                && authority.endsWith(port)
                && HOSTS.contains(authority.substring(0, authority.length() - port.length()));
    }

    private static boolean isFromElsewhere(AdminRequest request) {
        String site = request.field("sec-fetch-site");
        boolean isOtherSite = request.has("sec-fetch-site") && !OWN_SITES.contains(String.valueOf(site));
        String origin = request.field("origin");
        boolean isOtherOrigin = request.has("origin")
                && (origin == null
                        || !origin.startsWith(SCHEME)
                        || !isOurs(origin.substring(SCHEME.length()), request));
        return isOtherSite || isOtherOrigin;
    }

    private static @Nullable String offered(AdminRequest request) {
        String authorization = request.field("authorization");
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
