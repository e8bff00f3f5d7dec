package io.goodput.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * An answer of HTTP without a server, for a {@link ScriptedDependency} to give:
 *
 * <pre>{@code
 * ScriptedDependency.<HttpResponse<String>>on(timers)
 *         .answers(CannedResponse.of(503).with("Retry-After", "2"))
 *         .answers(CannedResponse.of(200, "42 in stock"));
 * }</pre>
 *
 * @param statusCode as the answer has it
 * @param body likewise
 * @param headers likewise
 */
public record CannedResponse<T extends @Nullable Object>(int statusCode, T body, HttpHeaders headers)
        implements HttpResponse<T> {
    private static final URI NOWHERE = URI.create("http://canned.invalid/");

    /** One with an empty body and no headers. */
    public static CannedResponse<String> of(int statusCode) {
        return of(statusCode, "");
    }

    /** One without headers. */
    public static <T extends @Nullable Object> CannedResponse<T> of(int statusCode, T body) {
        return new CannedResponse<>(statusCode, body, HttpHeaders.of(Map.of(), (_, _) -> true));
    }

    /** The same with one more header. */
    public CannedResponse<T> with(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers.map());
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, values);
        return new CannedResponse<>(statusCode, body, HttpHeaders.of(more, (_, _) -> true));
    }

    @Override
    public HttpRequest request() {
        return HttpRequest.newBuilder(NOWHERE).build();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return NOWHERE;
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }
}
