package io.goodput.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.guard.Attempt;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

class ReceivedTest {
    private final Received<Body> received = new Received<>();
    private final Answer first = new Answer(new Body());
    private final Answer second = new Answer(new Body());

    @Test
    void a_retry_closes_what_came_before_it_and_a_hedge_does_not() {
        received.came(first);
        received.begins(attempt(2, true));
        assertThat(first.body.closed).isFalse();

        received.begins(attempt(3, false));

        assertThat(first.body.closed).isTrue();
    }

    @Test
    void the_answer_that_the_caller_is_given_is_left_alone_even_if_it_is_heard_of_late() {
        received.came(first);
        received.over(second);
        received.came(second);

        assertThat(first.body.closed).isTrue();
        assertThat(second.body.closed).isFalse();
    }

    @Test
    void an_answer_that_comes_when_nobody_waits_is_closed() {
        received.over(null);
        received.came(first);

        assertThat(first.body.closed).isTrue();
    }

    @Test
    void a_body_that_is_published_is_cancelled() {
        var cancelled = new AtomicBoolean();
        Publisher<String> publisher = subscriber -> subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        });
        var published = new Received<Publisher<String>>();
        published.came(new Published(publisher));

        published.over(null);

        assertThat(cancelled).isTrue();
    }

    private static Attempt attempt(int number, boolean hedge) {
        return new Attempt(number, hedge, null, CallContext.NONE);
    }

    private static final class Body implements AutoCloseable {
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private record Answer(Body body) implements BareResponse<Body> {}

    private record Published(Publisher<String> body) implements BareResponse<Publisher<String>> {}

    /** Nothing but a body. */
    private interface BareResponse<T> extends HttpResponse<T> {
        @Override
        default int statusCode() {
            return 503;
        }

        @Override
        default HttpRequest request() {
            return HttpRequest.newBuilder(uri()).build();
        }

        @Override
        default Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        default HttpHeaders headers() {
            return HttpHeaders.of(Map.of(), (_, _) -> true);
        }

        @Override
        default Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        default URI uri() {
            return URI.create("http://stock/");
        }

        @Override
        default HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
