package io.goodput.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.telemetry.record.Hearing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

class FlightOnPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "telemetry", "exporters.md");
    private static final Path HERE = Path.of("src/test/java/io/goodput/jfr/FlightOnPageTest.java");

    @Test
    void the_code_of_the_page_is_that_of_this_test() throws Exception {
        String page = Files.readString(PAGE).replaceAll("(?m)^ +", "");
        String here = Files.readString(HERE).replaceAll("(?m)^ +", "");
        String region = here.substring(here.indexOf("// region page\n") + "// region page\n".length());

        assertThat(page).contains("```java\n" + region.substring(0, region.indexOf("// endregion")) + "```");
    }

    @Test
    void the_code_of_the_page_listens() {
        Guard stock = Guard.builder("stock").build();
        // region page
        Subscription watched = FlightEvents.watch(stock);
        Hearing hearing = FlightEvents.hearing();
        // endregion
        watched.close();
        assertThat(hearing).isNotNull();
    }

    @Test
    void the_page_shows_all_fields() throws Exception {
        String page = Files.readString(PAGE);
        for (Class<? extends Event> each : List.of(AttemptFlight.class, CallFlight.class)) {
            EventType type = EventType.getEventType(each);
            String shown = page.substring(page.indexOf(type.getName() + " {"));
            List<String> fields = shown.substring(0, shown.indexOf('}'))
                    .lines()
                    .filter(line -> line.contains(" = "))
                    .map(line -> line.substring(0, line.indexOf(" = ")).strip())
                    .collect(Collectors.toList());

            assertThat(fields)
                    .containsExactlyInAnyOrderElementsOf(type.getFields().stream()
                            .map(ValueDescriptor::getName)
                            .filter(name -> !name.equals("duration") && !name.equals("stackTrace"))
                            .toList());
        }
    }
}
