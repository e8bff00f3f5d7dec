package io.goodput.load;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What load is sent to: a URL, and the request that is sent there again and again. Immutable. */
public final class HttpTarget {
    /** The longest body of a request, in bytes. */
    public static final int MOST_BODY = 1 << 20;

    private static final int MOST_HEADERS = 50;
    private static final int LONGEST_HEADER = 8_192;
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    /** The sender's own: they say where a request ends, and what becomes of the connection. */
    private static final Set<String> RESTRICTED =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    /** No name but this one is taken for the machine itself: what another one means, somebody else may decide. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::|(0{1,4}:){7})0{0,3}1]", Pattern.CASE_INSENSITIVE);

    private final URI uri;
    private final String method;
    private final List<Header> headers;
    private final byte[] body;

    /** A header as it is sent. */
    public record Header(String name, String value) {}

    private HttpTarget(URI uri, String method, List<Header> headers, byte[] body) {
        this.uri = uri;
        this.method = method;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A GET of that URL.
     *
     * @param allowed the one host that load may be sent to though it is not this machine; null without one
     * @throws IllegalArgumentException unless it is a URL of http or https on this machine, or on the host allowed
     */
    public static HttpTarget of(String url, @Nullable String allowed) {
        URI uri = parse(url);
        String host = uri.getHost();
        if (allowed != null && !allowed.equalsIgnoreCase(host)) {
            throw new IllegalArgumentException(
                    "allow-remote: " + allowed + " is not the host of the URL (expected: " + host + ")");
        }
        if (allowed == null && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    host + " is not this machine (expected: a loopback address; a load test of"
                            + " another machine needs its owner's consent, and --allow-remote " + host + ")");
        }
        return new HttpTarget(uri, "GET", List.of(), new byte[0]);
    }

    private static URI parse(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "URL: " + wrong.getMessage() + " (expected: http://host:port/path)", wrong);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
            throw new IllegalArgumentException("URL: " + url + " (expected: http://host:port/path, or https)");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("URL: has a user in it (expected: a header Authorization)");
        }
        return uri;
    }

    /** The addresses are taken as they are written, and {@code localhost} has to be what it says. */
    private static boolean isLoopback(String host) {
        try {
            return LOOPBACK.matcher(host).matches()
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /**
     * The same URL with another method and body.
     *
     * @param method in capitals
     * @param body at most 1 MiB; empty for none; not copied
     */
    public HttpTarget request(String method, byte[] body) {
        if (!METHOD.matcher(method).matches() || method.equals("CONNECT")) {
            throw new IllegalArgumentException("method: " + method + " (expected: one such as GET or POST)");
        }
        if (body.length > MOST_BODY) {
            throw new IllegalArgumentException("body: " + body.length + " bytes (expected: at most " + MOST_BODY + ")");
        }
        return new HttpTarget(uri, method, headers, body);
    }

    /**
     * The same request with these headers, each written {@code Name: value}; at most 50, of at most 8,192 characters.
     */
    public HttpTarget headers(List<String> lines) {
        if (lines.size() > MOST_HEADERS) {
            throw new IllegalArgumentException(
                    "header: " + lines.size() + " of them (expected: at most " + MOST_HEADERS + ")");
        }
        List<Header> all = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.length() > LONGEST_HEADER) {
                throw new IllegalArgumentException("header: " + (colon < 1 ? line : line.length() + " characters")
                        + " (expected: Name: value, of at most " + LONGEST_HEADER + " characters)");
            }
            all.add(header(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new HttpTarget(uri, method, List.copyOf(all), body);
    }

    /** The value is not repeated in the message: it may be a secret. */
    private static Header header(String name, String value) {
        if (RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "header: restricted header name: \"" + name + "\" (expected: Name: value)");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("header: invalid header name: \"" + name + "\" (expected: Name: value)");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("header: invalid value of " + name + " (expected: Name: value)");
        }
        return new Header(name, value);
    }

    /** True for https. */
    public boolean isTls() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** The host to connect to; an IPv6 address without its brackets. */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The port to connect to, 80 or 443 unless the URL says so. */
    public int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isTls() ? 443 : 80;
    }

    /** Host and port as the URL has them. */
    public String authority() {
        return uri.getPort() >= 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
    }

    /** Path and query as the URL has them, at least {@code /}. */
    public String pathAndQuery() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** In capitals. */
    public String method() {
        return method;
    }

    /** In the order in which they are sent. */
    public List<Header> headers() {
        return headers;
    }

    /** Empty for none; not copied. */
    public byte[] body() {
        return body;
    }

    /** The URL for people, without its query, which may hold what is nobody's business. */
    public String shown() {
        String url = uri.toString();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query) + "?...";
    }

    /** As {@link #shown()}, with the method. */
    @Override
    public String toString() {
        return method + " " + shown();
    }
}
