package io.goodput.testing;

import static io.goodput.testing.GoodputAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.guard.Guard;
import io.goodput.http.HttpClassifier;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.VirtualTimers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CannedResponseTest {
    @Test
    void a_guard_made_for_http_takes_it_for_the_real_thing() throws Exception {
        var timers = new VirtualTimers();
        var stock = ScriptedDependency.<HttpResponse<String>>on(timers)
                .answers(CannedResponse.of(503).with("retry-after", "2"))
                .answers(CannedResponse.of(200, "42 in stock"));
        Guard guard = Guard.builder("stock")
                .timers(timers)
                .classifier(HttpClassifier.standard())
                .retry(RetryPolicy.standard())
                .build();
        GuardRecorder recorder = GuardRecorder.of(guard);

        HttpResponse<String> answer = guard.call(stock::call);

        assertThat(answer.body()).isEqualTo("42 in stock");
        assertThat(recorder).attemptsEnded(Outcome.THROTTLED, Outcome.SUCCESS).waited(Duration.ofSeconds(2));
    }

    @Test
    void headers_add_up_whatever_their_case() {
        var answer = CannedResponse.of(200).with("Vary", "a").with("vary", "b").with("Age", "1");

        assertThat(answer.headers().allValues("VARY")).containsExactly("a", "b");
        assertThat(answer.headers().firstValue("age")).contains("1");
    }
}
