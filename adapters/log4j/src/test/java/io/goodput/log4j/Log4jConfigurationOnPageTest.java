package io.goodput.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logging.LogLimiterSnapshot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.Test;

class Log4jConfigurationOnPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "telemetry", "logging.md");

    @Test
    void the_configuration_of_the_page_limits_lines_and_tells_the_rest() throws Exception {
        String page = Files.readString(PAGE);
        String xml =
                page.substring(page.indexOf("<Configuration>"), page.indexOf("</Configuration>")) + "</Configuration>";
        assertThat(xml).contains("GoodputLimit");
        var context = new LoggerContext("page");
        var source = new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        var configuration = new XmlConfiguration(context, source);
        context.start(configuration);
        LoggerConfig root = configuration.getRootLogger();
        root.removeAppender("OUT");
        var lines = new ArrayDeque<SeenLine>();
        var appender = new SeeingAppender(lines);
        appender.start();
        configuration.addAppender(appender);
        root.addAppender(appender, null, null);
        var filter = (LimitFilter) configuration.getFilter();
        for (int i = 0; i < 100; i++) {
            context.getLogger("orders").error("order {} failed", i);
        }
        LogLimiterSnapshot counted = filter.snapshot();
        context.stop();

        assertThat(counted.through() + counted.heldBack()).isEqualTo(100);
        assertThat(counted.heldBack()).isPositive();
        assertThat(lines.getLast().text()).endsWith("the latest: order 99 failed");
    }
}
