package io.goodput.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Log4jConfigurationTest {
    private final LoggerContext context = new LoggerContext("configured");

    @TempDir
    private Path folder;

    @Test
    void is_set_up_by_the_file_and_tells_the_rest_before_the_appenders_go() throws Exception {
        configure(
                "<GoodputLimit burst=\"2\" perSecond=\"0.001\" intervalSeconds=\"3600\" maxKinds=\"5\" exempt=\"X\"/>");
        Logger logger = context.getLogger("orders");
        for (int i = 0; i < 7; i++) {
            logger.warn("late by {} ms", i);
        }
        context.stop();

        List<String> lines = lines();
        assertThat(lines.subList(0, 2)).containsExactly("WARN [] late by 0 ms", "WARN [] late by 1 ms");
        assertThat(lines.subList(2, lines.size()))
                .singleElement()
                .asString()
                .matches("WARN \\[] held back 5 like this in .*s; the latest: late by 6 ms");
    }

    @Test
    void what_makes_no_sense_limits_nothing() throws Exception {
        configure("<GoodputLimit burst=\"0\"/>");
        for (int i = 0; i < 30; i++) {
            context.getLogger("orders").warn("late");
        }
        context.stop();

        assertThat(lines()).hasSize(30);
    }

    @Test
    void every_line_says_what_request_it_is_for_though_nothing_is_bound() throws Exception {
        configure("");
        CallContext.NONE
                .withRequestId("r-17")
                .run(() -> context.getLogger("orders").warn("late"));
        context.getLogger("orders").warn("late");
        context.stop();

        assertThat(lines()).containsExactly("WARN [r-17] late", "WARN [] late");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("log"));
    }

    private void configure(String filter) throws IOException {
        String xml = """
                <Configuration status="OFF">
                  %s
                  <Appenders>
                    <File name="FILE" fileName="%s"><PatternLayout pattern="%%level [%%X{request_id}] %%msg%%n"/></File>
                  </Appenders>
                  <Loggers><Root level="INFO"><AppenderRef ref="FILE"/></Root></Loggers>
                </Configuration>
                """.formatted(filter, folder.resolve("log"));
        var source = new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        context.start(new XmlConfiguration(context, source));
    }
}
