package io.goodput.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.ContextHeaders;
import io.goodput.Criticality;
import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.guard.Attempt;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.RetryPolicy;
import io.goodput.telemetry.sample.Sampler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A process of a test: {@code NAME FOLDER [PORT]}. It serves one operation over HTTP, calls the next process through a
 * guard if it is told one, prints its port, and ends when its standard input does.
 *
 * <p>Called the first time, {@code payment} answers with 503; and {@code stock} answers its first request only after
 * the second.
 */
final class TracedService {
    private static final CallOptions READ = CallOptions.NONE.idempotently().keyed("read");

    private final String name;
    private final @Nullable URI next;
    private final Telemetry telemetry;
    private final ServiceOperation operation;
    private final Guard guard;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch second = new CountDownLatch(1);

    private TracedService(String name, Path folder, @Nullable URI next) {
        this.name = name;
        this.next = next;
        this.telemetry = Telemetry.builder(name)
                .folder(folder)
                .sampling(Sampler.Settings.EVERYTHING)
                .start();
        this.operation = telemetry.operation("get").declare();
        this.guard = Guard.builder(name.equals("shop") ? "payment" : "stock")
                .attemptContext(AttemptContext.SPANS)
                .retry(RetryPolicy.standard())
                .hedge(name.equals("payment") ? new HedgePolicy(hedging()) : null)
                .classifier(new ByStatus())
                .build();
        telemetry.watch(guard, TracedService::status);
    }

    private static HedgePolicy.Settings hedging() {
        return new HedgePolicy.Settings(1, 10, HedgeDelay.fixed(Duration.ofMillis(50)), 1);
    }

    private static @Nullable String status(Object answer) {
        return answer instanceof HttpResponse<?> response ? Integer.toString(response.statusCode()) : null;
    }

    /** 503 will pass. */
    private record ByStatus() implements Classifier {
        @Override
        public Outcome ofValue(@Nullable Object value) {
            boolean ok = value instanceof HttpResponse<?> response && response.statusCode() == 200;
            return ok ? Outcome.SUCCESS : Outcome.TRANSIENT_FAILURE;
        }

        @Override
        public Outcome ofError(Throwable error) {
            return Classifier.standard().ofError(error);
        }
    }

    public static void main(String... arguments) throws IOException {
        URI next = arguments.length == 3 ? URI.create("http://127.0.0.1:" + arguments[2] + "/") : null;
        new TracedService(arguments[0], Path.of(arguments[1]), next).serve();
    }

    private void serve() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext("/", this::handle);
            server.start();
            System.out.println(server.getAddress().getPort());
            boolean _ = System.in.read() >= 0;
            server.stop(0);
        }
        telemetry.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        CallContext context = ContextHeaders.read(
                exchange.getRequestHeaders()::getFirst, Ticker.system().nanos(), Criticality.CRITICAL);
        int status = 500;
        try {
            status = operation.call(context, work -> {
                int answer = answer();
                work.status(Integer.toString(answer));
                return answer;
            });
        } catch (Exception _) {
            // It is in the record.
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int answer() throws Exception {
        int number = requests.incrementAndGet();
        if (name.equals("payment") && number == 1) {
            return 503;
        }
        if (number == 2) {
            second.countDown();
        } else if (name.equals("stock")) {
            second.await();
        }
        return next == null ? 200 : guard.callAttempt(READ, this::send).statusCode();
    }

    private HttpResponse<Void> send(Attempt attempt) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(next);
        ContextHeaders.write(attempt.context(), Ticker.system().nanos(), request::header);
        return client.send(request.build(), BodyHandlers.discarding());
    }
}
