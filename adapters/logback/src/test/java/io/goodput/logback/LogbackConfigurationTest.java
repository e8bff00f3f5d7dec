package io.goodput.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogbackConfigurationTest {
    private final LoggerContext context = new LoggerContext();

    @TempDir
    private Path folder;

    @Test
    void is_set_up_by_the_file_and_tells_the_rest_before_the_appenders_go() throws Exception {
        configure("<burst>2</burst><perSecond>0.001</perSecond><intervalSeconds>3600</intervalSeconds>");
        Logger logger = context.getLogger("orders");
        for (int i = 0; i < 7; i++) {
            logger.warn("late by {} ms", i);
        }
        context.stop();

        assertThat(problems()).isEmpty();
        List<String> lines = Files.readAllLines(folder.resolve("log"));
        assertThat(lines.subList(0, 2)).containsExactly("WARN orders late by 0 ms", "WARN orders late by 1 ms");
        assertThat(lines.subList(2, lines.size()))
                .singleElement()
                .asString()
                .matches("WARN orders held back 5 like this in .*s; the latest: late by 6 ms");
    }

    @Test
    void what_makes_no_sense_is_an_error_of_the_configuration_and_nothing_is_limited() throws Exception {
        configure("<burst>0</burst>");
        Logger logger = context.getLogger("orders");
        for (int i = 0; i < 30; i++) {
            logger.warn("late");
        }
        context.stop();

        assertThat(problems()).containsExactly("limits nothing: burst: 0 (expected: >= 1 and <= 10000)");
        assertThat(Files.readAllLines(folder.resolve("log"))).hasSize(30);
    }

    @Test
    void each_setting_has_its_element() throws Exception {
        configure("<burst>3</burst><maxKinds>5</maxKinds><exempt>AUDIT</exempt><exempt>PAID</exempt>");

        assertThat(problems()).isEmpty();
        assertThat(context.getTurboFilterList()).allMatch(TurboFilter::isStarted);
        context.stop();
    }

    private void configure(String settings) throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        String xml = """
                <configuration>
                  <turboFilter class="io.goodput.logback.LimitTurboFilter">%s</turboFilter>
                  <appender name="FILE" class="ch.qos.logback.core.FileAppender">
                    <file>%s</file>
                    <encoder><pattern>%%level %%logger %%msg%%n</pattern></encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="FILE"/></root>
                </configuration>
                """.formatted(settings, folder.resolve("log"));
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> problems() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() > Status.INFO)
                .map(Status::getMessage)
                .toList();
    }
}
