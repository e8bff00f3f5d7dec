package io.goodput.lab.probe;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is probed: a URL, and the request that is sent there again and again. */
public final class Target {
    /** The longest body of a request, in bytes. */
    public static final int MOST_BODY = 1 << 20;

    private static final int MOST_HEADERS = 50;
    private static final int LONGEST_HEADER = 8_192;
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

    /** No name but this one is taken for the machine itself: what another one means, somebody else may decide. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::|(0{1,4}:){7})0{0,3}1]", Pattern.CASE_INSENSITIVE);

    private final URI uri;
    private final HttpRequest.Builder request;

    private Target(URI uri, HttpRequest.Builder request) {
        this.uri = uri;
        this.request = request;
    }

    /**
     * A GET of that URL.
     *
     * @param allowed the one host that may be probed though it is not this machine; null without one
     * @throws IllegalArgumentException unless it is a URL of http or https on this machine, or on the host allowed
     */
    public static Target of(String url, @Nullable String allowed) {
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
        return new Target(uri, HttpRequest.newBuilder(uri));
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
     * Sets the method and the body.
     *
     * @param method in capitals
     * @param body at most 1 MiB; empty for none
     */
    public Target request(String method, byte[] body) {
        if (!METHOD.matcher(method).matches() || method.equals("CONNECT")) {
            throw new IllegalArgumentException("method: " + method + " (expected: one such as GET or POST)");
        }
        if (body.length > MOST_BODY) {
            throw new IllegalArgumentException("body: " + body.length + " bytes (expected: at most " + MOST_BODY + ")");
        }
        request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return this;
    }

    /** Sets headers, each written {@code Name: value}; at most 50, of at most 8,192 characters each. */
    public Target headers(List<String> headers) {
        if (headers.size() > MOST_HEADERS) {
            throw new IllegalArgumentException(
                    "header: " + headers.size() + " of them (expected: at most " + MOST_HEADERS + ")");
        }
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1 || header.length() > LONGEST_HEADER) {
                throw new IllegalArgumentException("header: " + (colon < 1 ? header : header.length() + " characters")
                        + " (expected: Name: value, of at most " + LONGEST_HEADER + " characters)");
            }
            set(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return this;
    }

    private void set(String name, String value) {
        try {
            request.header(name, value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("header: " + wrong.getMessage() + " (expected: Name: value)", wrong);
        }
    }

    HttpRequest request(Duration timeout) {
        return request.copy().timeout(timeout).build();
    }

    /** The URL for people, without its query, which may hold what is nobody's business. */
    public String shown() {
        String url = uri.toString();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query) + "?...";
    }
}
