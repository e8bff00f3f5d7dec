package io.goodput.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import io.goodput.CallContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallContextFilterTest {
    private static final String FILTER = "<filter class=\"io.goodput.logback.CallContextFilter\"/>";

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

    @TempDir
    private Path folder;

    @Test
    void every_line_says_what_request_it_is_for_though_nothing_is_bound() throws Exception {
        configure(FILTER, FILTER);
        mdc.put("user", "ann");
        logIn(CallContext.NONE
                .withRequestId("r\n17")
                .withTrace("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        logIn(CallContext.NONE);
        context.stop();

        assertThat(Files.readAllLines(folder.resolve("first")))
                .containsExactly("r 17 4bf92f3577b34da6a3ce929d0e0e4736 00f067aa0ba902b7 ann", "   ann");
        assertThat(Files.readAllLines(folder.resolve("second")))
                .containsExactly("r 17 4bf92f3577b34da6a3ce929d0e0e4736 00f067aa0ba902b7 ann", "   ann");
        assertThat(problems()).isEmpty();
    }

    @Test
    void an_appender_without_it_before_one_with_it_is_told_of_once() throws Exception {
        configure("", FILTER);
        logIn(CallContext.NONE.withRequestId("r-17"));
        logIn(CallContext.NONE.withRequestId("r-18"));
        context.stop();

        assertThat(problems())
                .containsExactly("lines without ids of their request: an appender without this filter comes before");
    }

    private void logIn(CallContext request) {
        Logger logger = context.getLogger("orders");
        request.run(() -> logger.info("done"));
    }

    /** The second appender writes by another thread. */
    private void configure(String first, String second) throws Exception {
        context.setMDCAdapter(mdc);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        String pattern = "<encoder><pattern>%X{request_id} %X{trace_id} %X{span_id} %X{user}%n</pattern></encoder>";
        String xml = """
                <configuration>
                  <appender name="FIRST" class="ch.qos.logback.core.FileAppender">
                    <file>%s</file>%s%s
                  </appender>
                  <appender name="FILE" class="ch.qos.logback.core.FileAppender">
                    <file>%s</file>%s
                  </appender>
                  <appender name="SECOND" class="ch.qos.logback.classic.AsyncAppender">
                    %s<appender-ref ref="FILE"/>
                  </appender>
                  <root level="INFO"><appender-ref ref="FIRST"/><appender-ref ref="SECOND"/></root>
                </configuration>
                """.formatted(folder.resolve("first"), pattern, first, folder.resolve("second"), pattern, second);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> problems() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() > Status.INFO)
                .map(Status::getMessage)
                .toList();
    }
}
