package io.goodput.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.guard.Attempt;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final long NOW = 5_000_000_000L;
    private static final HttpRequest REQUEST =
            HttpRequest.newBuilder(URI.create("http://stock/lamp?size=2")).build();

    @Test
    void the_time_of_the_attempt_is_hardly_less_than_the_requests_timeout() {
        assertThat(sent(REQUEST, within(Duration.ofMillis(300))).timeout())
                .contains(Duration.ofMillis(300).plus(Sending.SLACK));
        assertThat(sent(REQUEST, CallContext.NONE).timeout()).isEmpty();
    }

    @Test
    void a_shorter_timeout_of_the_requests_own_stays() {
        assertThat(sent(timed(Duration.ofMillis(100)), within(Duration.ofMillis(300)))
                        .timeout())
                .contains(Duration.ofMillis(100));
        assertThat(sent(timed(Duration.ofMillis(900)), within(Duration.ofMillis(300)))
                        .timeout())
                .contains(Duration.ofMillis(300).plus(Sending.SLACK));
    }

    @Test
    void an_attempt_whose_time_is_over_is_built_all_the_same() {
        assertThat(sent(REQUEST, CallContext.NONE.within(new Deadline(NOW - 1))).timeout())
                .contains(Sending.SLACK);
    }

    @Test
    void a_header_that_the_request_has_is_not_written_over() {
        HttpRequest own = HttpRequest.newBuilder(REQUEST, (_, _) -> true)
                .header("X-Goodput-Tenant", "own")
                .build();

        assertThat(sent(own, CallContext.NONE.withTenant("blue")).headers().allValues("x-goodput-tenant"))
                .containsExactly("own");
    }

    private static CallContext within(Duration time) {
        return CallContext.NONE.within(new Deadline(NOW + time.toNanos()));
    }

    private static HttpRequest timed(Duration timeout) {
        return HttpRequest.newBuilder(REQUEST, (_, _) -> true).timeout(timeout).build();
    }

    private static HttpRequest sent(HttpRequest request, CallContext context) {
        return new Sending(request, true).by(new Attempt(1, false, null, context), NOW);
    }
}
