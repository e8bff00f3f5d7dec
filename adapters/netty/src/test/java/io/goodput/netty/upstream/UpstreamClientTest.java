package io.goodput.netty.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Outcome;
import io.goodput.balance.ConnectionAge;
import io.goodput.http.forward.ForwardedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestHead;
import io.goodput.http.head.RequestTarget;
import io.goodput.http.head.RequestTarget.Form;
import io.goodput.netty.listener.LeakCheck;
import io.goodput.peer.RawOrigin;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets, at origins good and bad; the loop is driven by the test, and time passes when it is told to. */
@Timeout(10)
@ExtendWith(LeakCheck.class)
class UpstreamClientTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final RawOrigin.Script GOOD = connection -> {
        while (true) {
            connection.readHead();
            connection.send(OK);
        }
    };

    private final DrivenLoop loop = new DrivenLoop();
    private final List<RawOrigin> origins = new ArrayList<>();
    private UpstreamClient client = client(UpstreamSettings.STANDARD);

    @AfterEach
    void close() throws IOException {
        client.close();
        assertThat(client.snapshot().connections()).isZero();
        for (RawOrigin each : origins) {
            each.close();
        }
        loop.close();
    }

    private UpstreamClient client(UpstreamSettings settings) {
        return new UpstreamClient(loop.timers(), NioSocketChannel.class, settings, null, new SplittableRandom(1));
    }

    private Origin origin(RawOrigin.Script script) throws IOException {
        var raw = new RawOrigin(script);
        origins.add(raw);
        return Origin.plain("origin", raw.address());
    }

    static ForwardedRequest request(String method, Framing framing, String... fields) {
        var all = new Fields.Builder().add("Host", "origin");
        for (int i = 0; i < fields.length; i += 2) {
            all.add(fields[i], fields[i + 1]);
        }
        return new ForwardedRequest(
                new RequestHead(method, "/path", HttpVersion.HTTP_1_1, all.build()),
                new RequestTarget(Form.ORIGIN, "http", "origin", "/path", ""),
                framing,
                "");
    }

    private static ForwardedRequest get() {
        return request("GET", Framing.None.INSTANCE);
    }

    private static ForwardedRequest post(int length) {
        return request("POST", new Framing.Length(length), "Content-Length", "" + length);
    }

    private ToldExchange begin(Origin origin, ForwardedRequest request) {
        var told = new ToldExchange();
        told.exchange = client.send(origin, request, told);
        return told;
    }

    private ToldExchange whole(Origin origin, ForwardedRequest request) {
        ToldExchange told = begin(origin, request);
        loop.until(() -> told.over);
        return told;
    }

    private static UpstreamExchange exchange(ToldExchange told) {
        return Objects.requireNonNull(told.exchange);
    }

    private static void write(ToldExchange told, String text) {
        exchange(told).write(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    // A connection that is used again.

    @Test
    void a_connection_serves_one_request_after_the_other() throws IOException {
        Origin good = origin(GOOD);

        for (int i = 0; i < 5; i++) {
            ToldExchange told = whole(good, get());
            assertThat(told.lines).containsExactly("head 200", "end");
            assertThat(told.body).hasToString("ok");
        }

        assertThat(origins.getFirst().connections()).isOne();
        assertThat(origins.getFirst().heads())
                .hasSize(5)
                .first()
                .isEqualTo("GET /path HTTP/1.1\r\nHost: origin\r\n\r\n");
        assertThat(client.snapshot()).returns(1, UpstreamSnapshot::unused).returns(4L, UpstreamSnapshot::reused);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n'",
        "HEAD, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'",
        "GET, 'HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\n'",
        "GET, 'HTTP/1.1 304 Not Modified\r\nContent-Length: 1000\r\n\r\n'",
        "GET, 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'",
        "GET, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'"
    })
    void an_answer_without_a_body_ends_with_its_head_whatever_that_says(String method, String answer)
            throws IOException {
        Origin origin = origin(connection -> {
            while (true) {
                connection.readHead();
                connection.send(answer);
            }
        });

        for (int i = 0; i < 2; i++) {
            ToldExchange told = whole(origin, request(method, Framing.None.INSTANCE));
            assertThat(told.lines).hasSize(2).endsWith("end");
            assertThat(told.body).isEmpty();
        }

        assertThat(origins.getFirst().connections()).isOne();
    }

    @Test
    void chunks_and_trailers_come_as_they_are_read() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
            connection.send("2;x=y\r\nde\r\n0\r\nX-Sum: 5\r\n\r\n");
            connection.readHead();
            connection.send(OK);
        });

        ToldExchange told = whole(origin, get());

        assertThat(told.body).hasToString("abcde");
        assertThat(told.lines).containsExactly("head 200", "end Fields[X-Sum]");
        assertThat(whole(origin, get()).lines).endsWith("end");
        assertThat(origins.getFirst().connections()).isOne();
    }

    @Test
    void interim_answers_pass_and_the_final_one_follows() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK);
            connection.awaitEnd();
        });

        assertThat(whole(origin, get()).lines).containsExactly("interim 100", "interim 103", "head 200", "end");
        assertThat(client.snapshot().unused()).isOne();
    }

    @Test
    void a_body_goes_out_as_its_head_frames_it() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + connection.read(4));
            connection.readHead();
            String chunks = connection.read("3\r\nabc\r\n1\r\nd\r\n0\r\nX-Sum: 4\r\n\r\n".length());
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + chunks.length() + "\r\n\r\n" + chunks);
            connection.awaitEnd();
        });
        ToldExchange sized = begin(origin, post(4));
        loop.until(() -> exchange(sized).isWritable());
        write(sized, "ab");
        write(sized, "cd");
        loop.until(() -> sized.over);

        ToldExchange chunked = begin(origin, request("POST", Framing.Chunked.INSTANCE, "Transfer-Encoding", "chunked"));
        loop.until(() -> exchange(chunked).isWritable());
        write(chunked, "abc");
        write(chunked, "d");
        exchange(chunked).end(Fields.of("X-Sum", "4", "Content-Length", "9"));
        loop.until(() -> chunked.over);

        assertThat(sized.body).hasToString("abcd");
        assertThat(chunked.body).hasToString("3\r\nabc\r\n1\r\nd\r\n0\r\nX-Sum: 4\r\n\r\n");
        assertThat(origins.getFirst().connections()).isOne();
    }

    @Test
    void more_or_less_of_a_body_than_its_head_says_is_refused() throws IOException {
        ToldExchange told = begin(origin(RawOrigin.Connection::awaitEnd), post(4));
        assertThatThrownBy(() -> write(told, "early")).isInstanceOf(IllegalStateException.class);
        loop.until(() -> exchange(told).isWritable());

        assertThatThrownBy(() -> write(told, "abcde")).isInstanceOf(IllegalStateException.class);
        write(told, "abc");
        assertThatThrownBy(() -> exchange(told).end(Fields.NONE)).isInstanceOf(IllegalStateException.class);
        exchange(told).cancel();
        write(told, "late");
        exchange(told).end(Fields.NONE);
        assertThat(told.lines).containsExactly("writable");
    }

    // A connection that is not.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad",
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n0\r\n\r\n"
            })
    void an_answer_after_which_nobody_knows_where_the_next_begins_is_the_last(String answer) throws IOException {
        var calls = new AtomicInteger();
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send(calls.incrementAndGet() == 1 ? answer : OK);
            connection.awaitEnd();
        });

        ToldExchange first = whole(origin, get());

        assertThat(first.body).hasToString("ok");
        assertThat(first.lines).containsExactly("head 200", "end");
        assertThat(client.snapshot())
                .returns(0, UpstreamSnapshot::connections)
                .returns(1L, UpstreamSnapshot::discarded);
        assertThat(whole(origin, get()).body).hasToString("ok");
        assertThat(origins.getFirst().connections()).isEqualTo(2);
    }

    @Test
    void a_body_on_head_poisons_the_connection() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHTTP/");
            connection.awaitEnd();
        });

        assertThat(whole(origin, request("HEAD", Framing.None.INSTANCE)).lines).containsExactly("head 200", "end");
        assertThat(client.snapshot().connections()).isZero();
    }

    @Test
    void bytes_that_come_before_they_are_asked_for_close_the_connection() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send(OK);
            connection.send("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
            connection.awaitEnd();
        });

        whole(origin, get());
        loop.until(() -> client.snapshot().connections() == 0);

        whole(origin, get());
        assertThat(origins.getFirst().connections()).isEqualTo(2);
    }

    @Test
    void an_answer_before_the_requests_end_is_passed_on_and_the_connection_is_not_used_again() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.read(3);
            connection.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\nno");
            connection.awaitEnd();
        });
        ToldExchange told = begin(origin, post(1_000));
        loop.until(() -> exchange(told).isWritable());
        write(told, "abc");
        loop.until(() -> told.over);

        assertThat(told.lines).containsExactly("writable", "head 413", "end");
        assertThat(told.body).hasToString("no");
        assertThat(client.snapshot().connections()).isZero();
    }

    @Test
    void a_connection_that_got_old_or_was_not_used_is_closed() throws IOException {
        client = client(UpstreamSettings.STANDARD.withAge(new ConnectionAge(Duration.ofSeconds(10), 0)));
        Origin good = origin(GOOD);
        whole(good, get());
        loop.advance(Duration.ofSeconds(3));
        whole(good, get());
        loop.advance(Duration.ofSeconds(3));
        whole(good, get());
        assertThat(origins.getFirst().connections()).isOne();

        loop.advance(Duration.ofSeconds(4));
        assertThat(client.snapshot().connections()).as("ten seconds old").isZero();
        whole(good, get());
        loop.advance(Duration.ofSeconds(4));
        assertThat(client.snapshot().connections()).as("four seconds unused").isZero();
    }

    @Test
    void a_connection_that_its_origin_closes_while_nobody_uses_it_is_gone() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send(OK);
        });

        whole(origin, get());
        loop.until(() -> client.snapshot().connections() == 0);

        assertThat(whole(origin, get()).lines).containsExactly("head 200", "end");
    }

    // Failures, and what they prove.

    private void fails(ToldExchange told, UpstreamFailure why, Outcome outcome) {
        loop.until(() -> told.over);
        assertThat(told.lines).last().isEqualTo(why.name());
        assertThat(why.outcome()).isEqualTo(outcome);
        assertThat(client.snapshot().failures()).containsEntry(why, 1L);
        assertThat(client.snapshot().connections()).isZero();
    }

    @Test
    void a_refused_connection_proves_that_nothing_was_processed() throws IOException {
        InetSocketAddress closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = (InetSocketAddress) server.getLocalSocketAddress();
        }

        fails(begin(Origin.plain("closed", closed), post(3)), UpstreamFailure.CONNECT_FAILED, Outcome.NOT_PROCESSED);
    }

    @Test
    void so_does_one_that_is_neither_made_nor_refused() {
        // TEST-NET-1 (RFC 5737): nobody is there. Where that is refused at once, it proves the same.
        ToldExchange told = begin(Origin.plain("nowhere", new InetSocketAddress("192.0.2.1", 9)), get());
        loop.advance(Duration.ofSeconds(1));

        loop.until(() -> told.over);
        assertThat(told.lines)
                .singleElement()
                .satisfies(why ->
                        assertThat(UpstreamFailure.valueOf(why).outcome()).isEqualTo(Outcome.NOT_PROCESSED));
    }

    @Test
    void an_origin_that_never_answers_runs_out_of_time() throws IOException {
        ToldExchange told = begin(
                origin(connection -> {
                    connection.readHead();
                    connection.awaitEnd();
                }),
                get());
        loop.until(() -> !origins.getFirst().heads().isEmpty());
        loop.advance(Duration.ofSeconds(29));
        assertThat(told.lines).isEmpty();

        loop.advance(Duration.ofSeconds(2));

        fails(told, UpstreamFailure.FIRST_BYTE_TIMEOUT, Outcome.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok!",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n+2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokXX0\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"
            })
    void garbage_is_no_answer(String garbage) throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send(garbage);
            connection.awaitEnd();
        });

        fails(begin(origin, get()), UpstreamFailure.MALFORMED, Outcome.TRANSIENT_FAILURE);
    }

    @Test
    void a_head_of_a_gigabyte_ends_at_the_limit() throws IOException {
        var sent = new AtomicInteger();
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\n");
            String line = "X-Filler: " + "x".repeat(1_000) + "\r\n";
            for (int i = 0; i < 1_000_000; i++) {
                connection.send(line);
                sent.addAndGet(line.length());
            }
        });

        fails(begin(origin, get()), UpstreamFailure.MALFORMED, Outcome.TRANSIENT_FAILURE);
    }

    @Test
    void interim_answers_without_end_are_cut_off() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            while (true) {
                connection.send("HTTP/1.1 103 Early Hints\r\n\r\n");
            }
        });
        ToldExchange told = begin(origin, get());

        fails(told, UpstreamFailure.TOO_MANY_INTERIM, Outcome.TRANSIENT_FAILURE);
        assertThat(told.lines).hasSize(17);
    }

    @Test
    void chunks_without_end_wait_until_they_are_asked_for() throws IOException {
        var chunks = new AtomicInteger();
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                connection.send("1000\r\n" + "x".repeat(0x1000) + "\r\n");
                chunks.incrementAndGet();
            }
        });
        var told = new ToldExchange();
        told.reads = false;
        told.exchange = client.send(origin, get(), told);
        loop.until(() -> told.lines.contains("head 200"));
        for (int i = 1; i <= 200; i++) {
            int pieces = i;
            exchange(told).read();
            loop.until(() -> told.pieces == pieces);
        }
        assertThat(told.body.length()).isLessThanOrEqualTo(200 * 0x1000);

        exchange(told).cancel();

        loop.until(() -> client.snapshot().connections() == 0);
        assertThat(told.lines).containsExactly("head 200");
    }

    @Test
    void an_answer_shorter_than_it_says_is_none() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort");
        });
        ToldExchange told = begin(origin, get());

        fails(told, UpstreamFailure.CLOSED_EARLY, Outcome.TRANSIENT_FAILURE);
        assertThat(told.body).hasToString("short");
    }

    @Test
    void chunks_that_break_off_are_none() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n");
            connection.endOutput();
            connection.awaitEnd();
        });

        fails(begin(origin, get()), UpstreamFailure.CLOSED_EARLY, Outcome.TRANSIENT_FAILURE);
    }

    @Test
    void a_body_until_the_end_of_the_connection_is_whole_with_it() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\n\r\nuntil the end");
        });

        ToldExchange told = whole(origin, get());

        assertThat(told.lines).containsExactly("head 200", "end");
        assertThat(told.body).hasToString("until the end");
        assertThat(client.snapshot().connections()).isZero();
    }

    @Test
    void a_reset_before_the_request_was_read_proves_nothing() throws IOException {
        Origin origin = origin(RawOrigin.Connection::reset);
        ToldExchange told = begin(origin, post(3));
        loop.until(() -> told.over);

        assertThat(told.lines).last().isIn("CLOSED_UNANSWERED", "CLOSED_UNUSED", "CONNECT_FAILED");
        assertThat(client.snapshot().connections()).isZero();
    }

    @Test
    void nor_does_one_after_it() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.reset();
        });

        fails(begin(origin, get()), UpstreamFailure.CLOSED_UNANSWERED, Outcome.TRANSIENT_FAILURE);
    }

    @Test
    void nor_an_origin_that_closes_its_side_without_an_answer() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.endOutput();
            connection.awaitEnd();
        });

        fails(begin(origin, get()), UpstreamFailure.CLOSED_UNANSWERED, Outcome.TRANSIENT_FAILURE);
    }

    @Test
    void a_byte_a_second_is_an_answer_as_long_as_somebody_waits_for_it() throws IOException {
        var more = new Semaphore(0);
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n");
            for (int i = 0; i < 60; i++) {
                more.acquireUninterruptibly();
                connection.send("x");
            }
            connection.awaitEnd();
        });
        ToldExchange told = begin(origin, get());
        loop.until(() -> told.lines.contains("head 200"));
        for (int i = 1; i < 60; i++) {
            int bytes = i;
            more.release();
            loop.until(() -> told.body.length() == bytes);
            loop.advance(Duration.ofSeconds(1));
        }
        assertThat(told.lines).containsExactly("head 200");

        loop.advance(Duration.ofSeconds(30));

        more.release();
        fails(told, UpstreamFailure.IDLE_TIMEOUT, Outcome.TIMEOUT);
    }

    @Test
    void a_client_that_does_not_ask_for_more_is_not_the_origins_fault() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send(OK);
            connection.awaitEnd();
        });
        var told = new ToldExchange();
        told.reads = false;
        told.exchange = client.send(origin, get(), told);
        loop.until(() -> told.lines.contains("head 200"));

        loop.advance(Duration.ofMinutes(10));
        assertThat(told.lines).containsExactly("head 200");
        exchange(told).read();
        loop.until(() -> told.over);

        assertThat(told.lines).containsExactly("head 200", "end");
    }

    @Test
    void an_origin_that_takes_nothing_more_stops_the_writer_and_then_runs_out_of_time() throws IOException {
        ToldExchange told = begin(
                origin(connection -> {
                    connection.readHead();
                    new Semaphore(0).acquireUninterruptibly();
                }),
                post(Integer.MAX_VALUE));
        loop.until(() -> exchange(told).isWritable());
        int written = 0;
        while (exchange(told).isWritable()) {
            exchange(told).write(Unpooled.wrappedBuffer(new byte[16 * 1024]));
            written++;
        }
        assertThat(written).isPositive();
        assertThatThrownBy(() -> write(told, "too much")).isInstanceOf(IllegalStateException.class);

        loop.advance(Duration.ofSeconds(31));

        fails(told, UpstreamFailure.IDLE_TIMEOUT, Outcome.TIMEOUT);
    }

    // The pool.

    @Test
    void who_finds_no_connection_fails_at_once_unless_waiting_is_allowed() throws IOException {
        client = client(UpstreamSettings.STANDARD.withConnections(1));
        Origin slow = origin(RawOrigin.Connection::awaitEnd);
        begin(slow, get());

        ToldExchange second = begin(slow, get());

        assertThat(second.lines).containsExactly("POOL_FULL");
        assertThat(UpstreamFailure.POOL_FULL.outcome()).isEqualTo(Outcome.NOT_PROCESSED);
    }

    @Test
    void those_who_wait_are_bounded_and_served_in_turn() throws IOException {
        client = client(UpstreamSettings.STANDARD.withConnections(1).withWaiters(2, Duration.ofSeconds(1)));
        Origin good = origin(GOOD);
        ToldExchange first = begin(good, get());
        ToldExchange second = begin(good, get());
        ToldExchange third = begin(good, get());
        ToldExchange fourth = begin(good, get());
        assertThat(fourth.lines).containsExactly("POOL_FULL");
        assertThat(client.snapshot().waiting()).isEqualTo(2);
        exchange(second).cancel();
        assertThat(client.snapshot().waiting()).isOne();

        loop.until(() -> first.over && third.over);

        assertThat(third.lines).containsExactly("head 200", "end");
        assertThat(exchange(third).isReused()).isTrue();
        assertThat(second.lines).isEmpty();
        assertThat(origins.getFirst().connections()).isOne();
    }

    @Test
    void a_wait_is_bounded_too() throws IOException {
        client = client(UpstreamSettings.STANDARD.withConnections(1).withWaiters(5, Duration.ofMillis(50)));
        Origin slow = origin(RawOrigin.Connection::awaitEnd);
        begin(slow, get());
        ToldExchange second = begin(slow, get());

        loop.advance(Duration.ofMillis(50));

        assertThat(second.lines).containsExactly("POOL_WAIT");
        assertThat(client.snapshot().waiting()).isZero();
    }

    @Test
    void a_connection_that_breaks_makes_room_for_who_waits() throws IOException {
        client = client(UpstreamSettings.STANDARD.withConnections(1).withWaiters(5, Duration.ofSeconds(1)));
        var calls = new AtomicInteger();
        Origin origin = origin(connection -> {
            connection.readHead();
            if (calls.incrementAndGet() > 1) {
                connection.send(OK);
                connection.awaitEnd();
            }
        });
        ToldExchange first = begin(origin, get());
        ToldExchange second = begin(origin, get());

        loop.until(() -> first.over && second.over);

        assertThat(first.lines).containsExactly("CLOSED_UNANSWERED");
        assertThat(second.lines).containsExactly("head 200", "end");
    }

    @Test
    void a_connection_of_a_request_that_was_given_up_while_it_was_made_serves_the_next() throws IOException {
        Origin good = origin(GOOD);
        ToldExchange first = begin(good, get());
        exchange(first).cancel();
        loop.until(() -> client.snapshot().unused() == 1);

        assertThat(whole(good, get()).lines).containsExactly("head 200", "end");
        assertThat(first.lines).isEmpty();
        assertThat(origins.getFirst().connections()).isOne();
    }

    @Test
    void a_tunnel_passes_bytes_both_ways_until_both_sides_end() throws IOException {
        Origin origin = origin(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\nhello ");
            connection.send(connection.read(5));
            connection.endOutput();
            connection.awaitEnd();
        });
        ForwardedRequest plain = get();
        ToldExchange told =
                begin(origin, new ForwardedRequest(plain.head(), plain.target(), Framing.None.INSTANCE, "echo"));
        loop.until(() -> told.lines.contains("head 101"));
        write(told, "world");
        loop.until(() -> told.lines.contains("end"));
        assertThat(exchange(told).isOver()).isFalse();

        exchange(told).end(Fields.NONE);
        loop.until(() -> client.snapshot().connections() == 0);

        assertThat(told.body).hasToString("hello world");
        assertThat(told.lines).containsExactly("head 101", "end");
        assertThat(exchange(told).isOver()).isTrue();
    }

    @Test
    void what_is_under_way_when_the_client_is_closed_fails_and_nothing_more_is_sent() throws IOException {
        Origin slow = origin(RawOrigin.Connection::awaitEnd);
        ToldExchange first = begin(slow, get());

        client.close();

        assertThat(first.lines).containsExactly("CLIENT_CLOSED");
        assertThat(begin(slow, get()).lines).containsExactly("CLIENT_CLOSED");
    }
}
