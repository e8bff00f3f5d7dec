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
 *       {@code Sec-Fetch-Site}: 403. So no page of anybody else's reads anything, or changes anything (request forgery).
 *   <li>What changes something carries the token of the data folder, {@code Authorization: Bearer TOKEN}: 401.
 * </ul>
 */
final class AdminRules {
    private static final String BEARER = "Bearer ";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Set<String> names;
    private final AdminToken token;

    /**
     * For a port.
     *
     * @param token that changes have to carry
     */
    AdminRules(int port, AdminToken token) {
        this.names = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.token = token;
    }

    /** The refusal; null if it may be read, or done. */
    @Nullable AdminAnswer refusal(AdminRequest request, boolean changes) {
        String host = request.field("host");
        if (host == null || !names.contains(host)) {
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

    private boolean isFromElsewhere(AdminRequest request) {
        String site = request.field("sec-fetch-site");
        boolean isOtherSite = request.has("sec-fetch-site") && !OWN_SITES.contains(String.valueOf(site));
        String origin = request.field("origin");
        boolean isOtherOrigin = request.has("origin")
                && (origin == null || !origin.startsWith("http://") || !names.contains(origin.substring("http://".length())));
        return isOtherSite || isOtherOrigin;
    }

    private static @Nullable String offered(AdminRequest request) {
        String authorization = request.field("authorization");
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
