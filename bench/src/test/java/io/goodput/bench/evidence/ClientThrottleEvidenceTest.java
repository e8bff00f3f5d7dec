package io.goodput.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.bench.evidence.RefusingServer.Result;
import io.goodput.limit.ClientThrottle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientThrottleEvidenceTest {
    @Test
    void a_server_that_refusing_keeps_busy_is_sent_about_twice_what_it_accepts() throws InterruptedException {
        assertThat(good(450, null)).isLessThan(10);
        assertThat(good(450, ClientThrottleEvidence.STANDARD)).isGreaterThan(75);
        assertThat(good(600, ClientThrottleEvidence.STANDARD)).isLessThan(10);
        assertThat(good(600, ClientThrottleEvidence.WITH_TIMEOUTS)).isGreaterThan(75);
    }

    @Test
    void nothing_is_dropped_below_the_capacity() throws InterruptedException {
        assertThat(good(80, ClientThrottleEvidence.STANDARD)).isEqualTo(good(80, null));
    }

    @Test
    void prints_the_same_again() throws InterruptedException {
        assertThat(printed()).isEqualTo(printed()).contains("| 600 |").contains("±");
    }

    private static double good(int offered, ClientThrottle.@Nullable Settings settings) throws InterruptedException {
        return ClientThrottleEvidence.runs(offered, settings, 1).stream()
                .mapToDouble(Result::good)
                .average()
                .orElseThrow();
    }

    private static String printed() throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        ClientThrottleEvidence.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), 2);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
