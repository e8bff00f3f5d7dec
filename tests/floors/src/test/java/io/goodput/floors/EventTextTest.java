package io.goodput.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who listens logs what is told: an event is a line for people, however long what it speaks of is. */
class EventTextTest {
    private static final String ROOT = "src/main/java/";

    @Test
    void the_text_of_an_event_is_a_short_line_without_identities() throws Exception {
        List<Class<?>> kinds = kinds();

        assertThat(kinds).hasSizeGreaterThan(20);
        for (Class<?> kind : kinds) {
            for (String length : List.of("short", "long ".repeat(100), "of\nlines\r")) {
                String text = new SampleRecords(length).of(kind).toString();
                assertThat(text)
                        .as(kind.getName())
                        .hasSizeBetween(3, 200)
                        .doesNotContainPattern("@\\p{XDigit}|\\p{Cntrl}");
            }
        }
    }

    /** Of all events that the house tells. */
    private static List<Class<?>> kinds() throws IOException, ClassNotFoundException {
        List<Class<?>> kinds = new ArrayList<>();
        for (Path source : House.here().sources()) {
            String name = source.getFileName().toString().replace(".java", "");
            if (name.endsWith("Event") && Files.readString(source).contains("public sealed interface " + name)) {
                String path = source.toString();
                String within = path.substring(path.indexOf(ROOT) + ROOT.length(), path.lastIndexOf(".java"));
                Class<?> event = Class.forName(within.replace('/', '.'));
                kinds.addAll(List.of(event.getPermittedSubclasses()));
            }
        }
        return kinds;
    }
}
