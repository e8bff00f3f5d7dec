package io.goodput.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import io.goodput.logging.LogLimiterSnapshot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LogbackConfigurationOnPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "telemetry", "logging.md");

    @Test
    void the_configuration_of_the_page_limits_lines_and_tells_the_rest() throws Exception {
        String page = Files.readString(PAGE);
        String xml =
                page.substring(page.indexOf("<configuration>"), page.indexOf("</configuration>")) + "</configuration>";
        assertThat(xml).contains("LimitTurboFilter");
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAppender("OUT");
        var seen = new ListAppender<ILoggingEvent>();
        seen.setContext(context);
        seen.start();
        root.addAppender(seen);
        var filter = (LimitTurboFilter) context.getTurboFilterList().getFirst();
        for (int i = 0; i < 100; i++) {
            context.getLogger("orders").error("order {} failed", i);
        }
        LogLimiterSnapshot counted = Objects.requireNonNull(filter.snapshot());
        context.stop();

        assertThat(counted.through() + counted.heldBack()).isEqualTo(100);
        assertThat(counted.heldBack()).isPositive();
        assertThat(seen.list.getLast().getFormattedMessage()).endsWith("the latest: order 99 failed");
    }
}
