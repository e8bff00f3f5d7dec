package io.goodput.load.http;

import io.goodput.Ticker;
import io.goodput.load.HttpTarget;
import io.goodput.load.RequestOutcome;
import io.goodput.load.RequestSender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Sends the request of one target, from any thread: no cookies, no proxy, redirections are not followed, and bodies are
 * read and dropped.
 */
public final class HttpSender implements RequestSender, AutoCloseable {
    private final LoadLoops loops;
    private final PreparedRequest request;
    private final Ticker ticker = Ticker.system();
    private final AtomicInteger turns = new AtomicInteger();

    /**
     * Sends nothing yet.
     *
     * @throws IllegalArgumentException if the certificates to trust cannot be read
     */
    public HttpSender(HttpTarget target, HttpSettings settings) {
        this.loops = new LoadLoops(settings);
        this.request = PreparedRequest.of(target, List.of(), false, settings.protocol());
    }

    @Override
    public void send(Consumer<RequestOutcome> ended) {
        LoopSender sender = next();
        sender.loop().execute(() -> sender.send(request, ticker.nanos(), 0, (answer, _, _) -> ended.accept(answer)));
    }

    /**
     * Sends one; the future has the status of the answer, or fails with an {@link UnansweredException}. Whoever cancels
     * it gives the request up, and with it the connection where that carries nothing else.
     */
    public CompletableFuture<Integer> status() {
        var result = new CompletableFuture<Integer>();
        LoopSender sender = next();
        sender.loop().execute(() -> begin(sender, result));
        return result;
    }

    private void begin(LoopSender sender, CompletableFuture<Integer> result) {
        if (result.isDone()) {
            return;
        }
        Transmission transmission = sender.begin(request, ticker.nanos(), 0, (answer, status, _) -> {
            if (status > 0) {
                result.complete(status);
            } else {
                result.completeExceptionally(new UnansweredException(answer));
            }
        });
        var _ = result.whenComplete((_, _) -> {
            if (result.isCancelled()) {
                sender.loop().execute(() -> sender.giveUp(transmission));
            }
        });
    }

    private LoopSender next() {
        List<LoopSender> senders = loops.senders();
        return senders.get(Math.floorMod(turns.getAndIncrement(), senders.size()));
    }

    /** Closes the connections at once. */
    @Override
    public void close() {
        loops.close();
    }
}
