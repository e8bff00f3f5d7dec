import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.http.HttpGuard;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of orders behind a guard that knows HTTP, and a server that is not at its best. */
class Orders {
    // region client
    private final HttpGuard orders = HttpGuard.of(
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(200)).build(),
            Guard.builder("orders")
                    .deadline(Duration.ofSeconds(10))
                    .attemptTimeout(Duration.ofSeconds(2))
                    .retry(RetryPolicy.builder()
                            .attempts(3)
                            .backoff(Backoff.exponential(Duration.ofMillis(5), Duration.ofMillis(20)))
                            .build())
                    .listener(Orders::heard));

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return orders.send(request, BodyHandlers.ofString());
    }
    // endregion

    private static void heard(GuardEvent event) {
        switch (event) {
            case AttemptEnded ended ->
                System.out.println("    attempt " + ended.attempt().number() + ": " + ended.outcome());
            case CallRefused refused -> System.out.println("    " + refused.refusal());
            default -> {}
        }
    }

    private void tell(String what, HttpRequest request) throws Exception {
        System.out.println(what + ":");
        try {
            System.out.println("  " + send(request).statusCode());
        } catch (IOException failed) {
            System.out.println("  " + failed.getClass().getName());
        }
    }

    public static void main(String... args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int[] asked = {0};
        server.createContext("/once", exchange -> answer(exchange, asked[0]++ == 0 ? 503 : 200));
        server.createContext("/busy", exchange -> answer(exchange, 503));
        server.createContext("/none", exchange -> answer(exchange, 404));
        server.start();
        URI at = URI.create("http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort());

        var client = new Orders();
        client.tell("GET, of a server that is busy for once", HttpRequest.newBuilder(at.resolve("/once")).build());
        client.tell("GET, of one that is busy", HttpRequest.newBuilder(at.resolve("/busy")).build());
        client.tell("GET, of what is not there", HttpRequest.newBuilder(at.resolve("/none")).build());
        client.tell("POST, to one that is busy", order(at).build());
        client.tell("POST with a key, to one that is busy", order(at).header("Idempotency-Key", "\"7\"").build());
        server.stop(0);
        client.tell("POST, and nobody listens", order(at).build());
    }

    private static HttpRequest.Builder order(URI at) {
        return HttpRequest.newBuilder(at.resolve("/busy")).POST(BodyPublishers.ofString("3 lamps"));
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
