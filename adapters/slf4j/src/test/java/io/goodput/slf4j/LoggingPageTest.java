package io.goodput.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.logging.LogLimiter.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

class LoggingPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "telemetry", "logging.md");
    private static final Path HERE = Path.of("src/test/java/io/goodput/slf4j/LoggingPageTest.java");

    /** Whose lines these are. */
    private static final class Orders {
        // region loggers
        private static final LimitedLoggers LOGGERS =
                new LimitedLoggers(Settings.STANDARD.withBurst(5), Set.of("AUDIT"));
        private static final Logger LOG = LOGGERS.getLogger(Orders.class);
        // endregion
    }

    @Test
    void the_code_of_the_page_is_that_of_this_test() throws Exception {
        String page = Files.readString(PAGE).replaceAll("(?m)^ +", "");
        String here = Files.readString(HERE).replaceAll("(?m)^ +", "");
        for (String name : new String[] {"loggers", "context"}) {
            String region = here.substring(here.indexOf("// region " + name + "\n"));
            String code = region.substring(region.indexOf('\n') + 1, region.indexOf("// endregion"));
            assertThat(page).contains("```java\n" + code + "```");
        }
    }

    @Test
    void the_code_of_the_page_limits_lines() {
        for (int i = 0; i < 50; i++) {
            Orders.LOG.atError().log("order {} failed", i);
        }
        assertThat(Orders.LOGGERS.snapshot().through()).isEqualTo(5);
        Orders.LOGGERS.close();
        assertThat(Orders.LOGGERS.snapshot().told()).isEqualTo(45);
    }

    @Test
    void the_code_of_the_page_names_the_request() throws Exception {
        CallContext context = CallContext.NONE.withRequestId("r-17");
        assertThat(context.call(() -> serve(context, "r-17", "order"))).isEqualTo("r-17");
    }

    private static @Nullable String serve(CallContext context, String request, String order) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            // region context
            CallContextMdc.call(context, () -> handle(request)); // at the door
            Future<String> stored = executor.submit(CallContextMdc.wrap(() -> store(order))); // to another thread
            // endregion
            return stored.get();
        }
    }

    private static String handle(String request) {
        assertThat(MDC.get("request_id")).isEqualTo(request);
        return request;
    }

    private static String store(String order) {
        return order.isEmpty() ? order : MDC.get("request_id");
    }
}
