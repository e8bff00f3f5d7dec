package io.goodput.netty.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import io.goodput.http.HttpClassifier;
import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.EventLoops;
import io.goodput.netty.listener.LeakCheck;
import io.goodput.netty.loop.LoopCall;
import io.goodput.netty.loop.LoopTimers;
import io.goodput.peer.RawOrigin;
import io.goodput.retry.Backoff;
import io.goodput.retry.ReplayRule;
import io.goodput.retry.RetryPolicy;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * 10,000 requests with ids through a guard that loops drive, at two origins that close, reset before and after they
 * have worked, and at one address where nobody listens.
 */
@Timeout(120)
@ExtendWith(LeakCheck.class)
class ReplayTest {
    private static final int REQUESTS = 10_000;
    private static final int AT_A_TIME = 32;
    private static final Pattern ID = Pattern.compile("x-id: (\\d+)");

    private final Map<Integer, Integer> worked = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    /** What an origin does next is known beforehand, and has nothing to do with who asks. */
    private void serve(RawOrigin.Connection connection) throws IOException {
        while (true) {
            int turn = reads.incrementAndGet();
            if (turn % 23 == 0) {
                connection.reset();
                return;
            }
            Matcher id = ID.matcher(connection.readHead());
            assertThat(id.find()).isTrue();
            if (turn % 29 == 0) {
                connection.reset();
                return;
            }
            worked.merge(Integer.valueOf(id.group(1)), 1, Integer::sum);
            if (turn % 31 == 0) {
                connection.reset();
                return;
            }
            if (turn % 37 == 0) {
                connection.endOutput();
                return;
            }
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            if (turn % 41 == 0) {
                return;
            }
        }
    }

    @Test
    void no_post_is_processed_twice() throws Exception {
        Map<Outcome, Integer> ends = run("POST", CallOptions.NONE.atMostOnce());

        assertThat(worked.values()).containsOnly(1);
        assertThat(ends.getOrDefault(Outcome.SUCCESS, 0)).isGreaterThan(REQUESTS / 2);
        assertThat(worked.size()).isGreaterThanOrEqualTo(ends.getOrDefault(Outcome.SUCCESS, 0));
        assertThat(ends).doesNotContainKey(Outcome.NOT_PROCESSED);
    }

    @Test
    void no_idempotent_request_is_lost_while_an_origin_lives() throws Exception {
        Map<Outcome, Integer> ends = run("PUT", CallOptions.NONE.idempotently());

        assertThat(ends).isEqualTo(Map.of(Outcome.SUCCESS, REQUESTS));
    }

    private Map<Outcome, Integer> run(String method, CallOptions options) throws Exception {
        try (var loops = EventLoops.startNio("replay", 1);
                var one = new RawOrigin(this::serve);
                var other = new RawOrigin(this::serve)) {
            var closed = new RawOrigin(this::serve);
            closed.close();
            Map<String, Origin> origins = Map.of(
                    "one", Origin.plain("one", one.address()),
                    "other", Origin.plain("other", other.address()),
                    "closed", Origin.plain("closed", closed.address()));
            Guard guard = Guard.builder("replay")
                    .classifier(HttpClassifier.standard())
                    .balancer(new Balancer(
                            Balancer.Settings.STANDARD,
                            List.of(Address.of("one"), Address.of("other"), Address.of("closed"))))
                    .retry(RetryPolicy.builder()
                            .attempts(12)
                            .replay(ReplayRule.IDEMPOTENT)
                            .backoff(Backoff.exponential(Duration.ofNanos(1_000), Duration.ofMillis(1)))
                            .budget(null)
                            .build())
                    .build();
            var timers = new LoopTimers(loops.group().next(), Ticker.system());
            var client = new UpstreamClient(
                    timers, loops.clientChannel(), UpstreamSettings.STANDARD, null, new SplittableRandom(1));
            Map<Outcome, Integer> ends = new ConcurrentHashMap<>();
            var left = new CountDownLatch(REQUESTS);
            var next = new AtomicInteger();
            timers.loop().execute(() -> {
                for (int i = 0; i < AT_A_TIME; i++) {
                    new Sending(guard, timers, client, origins, method, options, next, ends, left).next();
                }
            });
            left.await();
            timers.loop().submit(client::close).sync();
            return ends;
        }
    }

    /** One request after the other, by the same call. */
    private static final class Sending extends LoopCall {
        private final Guard guard;
        private final UpstreamClient client;
        private final Map<String, Origin> origins;
        private final String method;
        private final CallOptions options;
        private final AtomicInteger ids;
        private final Map<Outcome, Integer> ends;
        private final CountDownLatch left;
        private final List<Sent> sent = new ArrayList<>();
        private int id;

        Sending(
                Guard guard,
                LoopTimers timers,
                UpstreamClient client,
                Map<String, Origin> origins,
                String method,
                CallOptions options,
                AtomicInteger ids,
                Map<Outcome, Integer> ends,
                CountDownLatch left) {
            super(guard, timers);
            this.guard = guard;
            this.client = client;
            this.origins = origins;
            this.method = method;
            this.options = options;
            this.ids = ids;
            this.ends = ends;
            this.left = left;
        }

        void next() {
            id = ids.incrementAndGet();
            if (id <= REQUESTS) {
                sent.clear();
                reuse(guard);
                start(options, CallContext.NONE);
            }
        }

        @Override
        protected void begin(int attempt, long now) {
            Origin origin = Objects.requireNonNull(
                    origins.get(Objects.requireNonNull(call().endpoint()).name()));
            var listener = new Sent(attempt);
            sent.add(listener);
            listener.exchange = client.send(
                    origin,
                    UpstreamClientTest.request(
                            method, new Framing.Length(0), "Content-Length", "0", "x-id", Integer.toString(id)),
                    listener);
        }

        @Override
        protected void cancel(int attempt, long now) {
            sent.stream().filter(each -> each.attempt == attempt).forEach(Sent::cancel);
        }

        @Override
        protected void finished(GuardedCall call, long now) {
            ends.merge(call.outcome(), 1, Integer::sum);
            left.countDown();
            timers().loop().execute(this::next);
        }

        private final class Sent implements UpstreamListener {
            private final int attempt;
            private @Nullable UpstreamExchange exchange;
            private Outcome outcome = Outcome.TRANSIENT_FAILURE;

            Sent(int attempt) {
                this.attempt = attempt;
            }

            void cancel() {
                if (exchange != null) {
                    exchange.cancel();
                }
            }

            @Override
            public void onHead(AcceptedResponse response) {
                outcome = call().outcomeOf(response.head(), null);
                if (exchange != null) {
                    exchange.read();
                }
            }

            @Override
            public void onData(ByteBuf data) {
                data.release();
                if (exchange != null) {
                    exchange.read();
                }
            }

            @Override
            public void onEnd(Fields trailers) {
                attemptEnded(attempt, outcome, null);
            }

            @Override
            public void onFailure(UpstreamFailure failure) {
                attemptEnded(attempt, failure.outcome(), null);
            }
        }
    }
}
