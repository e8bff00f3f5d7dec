package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.http.head.Fields;
import io.goodput.netty.CloseReason;
import io.goodput.netty.ServerExchange;
import io.goodput.netty.listener.Recorder.Answers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A listener on its way out; the clock is the test's. */
@ExtendWith(LeakCheck.class)
class DrainTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final LinkedBlockingQueue<ServerExchange> waiting = new LinkedBlockingQueue<>();

    private ServerExchange taken() throws InterruptedException {
        return waiting.poll(20, TimeUnit.SECONDS);
    }

    private static void answer(ServerExchange exchange) {
        exchange.loop().execute(() -> Answers.text(exchange, 200, "ok"));
    }

    private static boolean mayPersist(ServerExchange exchange) throws Exception {
        return exchange.loop()
                .submit(() -> exchange.reply(Fields.NONE).persistent())
                .get();
    }

    private static Thread drain(Served served) {
        Thread draining = Thread.ofPlatform().start(() -> served.listener.drain(Duration.ofSeconds(20)));
        while (!served.listener.isDraining()) {
            Thread.onSpinWait();
        }
        return draining;
    }

    @Test
    void idle_connections_go_at_once_and_others_with_their_answer() throws Exception {
        try (var served = new Served(waiting::add);
                var idle = served.client();
                var fresh = served.client();
                var busy = served.client()) {
            idle.send(GET);
            answer(taken());
            idle.answer();
            busy.send(GET);
            ServerExchange exchange = taken();
            while (served.listener.counts().open() < 3) {
                Thread.onSpinWait();
            }
            Thread draining = drain(served);

            assertThat(idle.rest()).isEmpty();
            assertThat(fresh.rest()).isEmpty();
            idle.leave();
            fresh.leave();
            answer(exchange);
            assertThat(busy.rest()).contains("\r\nConnection: close\r\n").endsWith("ok");
            busy.leave();
            draining.join();
            assertThat(served.closed(CloseReason.DRAINED)).isEqualTo(3);
            assertThatThrownBy(served::client).isInstanceOf(IOException.class);
        }
    }

    @Test
    void the_last_answers_are_spread_over_half_of_the_time() throws Exception {
        try (var served = new Served(waiting::add)) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(served.client().send(GET));
            }
            List<ServerExchange> exchanges = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                exchanges.add(taken());
            }
            Thread draining = drain(served);
            // The first at once, the others after 2.5 s, 5 s and 7.5 s; each is looked at after that.
            List<Boolean> last = new ArrayList<>();
            for (int step = 0; step < 4; step++) {
                last.clear();
                ServerExchange any = exchanges.getFirst();
                any.loop().schedule(() -> {}, 600, TimeUnit.MILLISECONDS).sync();
                for (ServerExchange exchange : exchanges) {
                    last.add(!mayPersist(exchange));
                }
                assertThat(last).filteredOn(each -> each).hasSize(step + 1);
                served.nanos.addAndGet(2_500_000_000L);
            }
            exchanges.forEach(DrainTest::answer);
            for (RawClient client : clients) {
                assertThat(client.rest()).contains("\r\nConnection: close\r\n");
                client.leave();
            }
            draining.join();
        }
    }

    @Test
    void what_is_left_at_the_end_is_cut() throws Exception {
        try (var served = new Served(waiting::add);
                var client = served.client()) {
            client.send(GET);
            ServerExchange exchange = taken();
            Thread draining = drain(served);
            while (mayPersist(exchange)) {
                Thread.onSpinWait();
            }
            served.pass(21);
            assertThat(client.rest()).isEqualTo("!");
            draining.join();
            assertThat(served.closed(CloseReason.CUT)).isOne();
        }
    }
}
