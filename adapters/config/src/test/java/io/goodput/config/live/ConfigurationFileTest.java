package io.goodput.config.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.language.YamlFile;
import io.goodput.config.live.ConfigurationEvent.Kept;
import io.goodput.config.live.ConfigurationEvent.Taken;
import io.goodput.config.problem.ConfigException;
import io.goodput.guard.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file in a real folder. Whether anything is seen does not hang on how long it takes. */
class ConfigurationFileTest {
    /** So rare that only events can be what tells. */
    private static final Duration RARELY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private final BlockingQueue<ConfigurationEvent> told = new LinkedBlockingQueue<>();

    private static String yaml(int attempts) {
        return "goodput: 1\nguards: {inventory: {retry: {attempts: " + attempts + "}}}\n";
    }

    private static int attempts(Guard guard) {
        return Objects.requireNonNull(guard.retry()).settings().attempts();
    }

    private ConfigurationFile watch(Path file, Duration poll) {
        var watched = ConfigurationFile.builder(file)
                .poll(poll)
                .quiet(Duration.ofMillis(10))
                .watch();
        var _ = watched.live().listen(told::add);
        return watched;
    }

    private ConfigurationEvent next() throws InterruptedException {
        return Objects.requireNonNull(told.poll(60, TimeUnit.SECONDS), "nothing was told");
    }

    private static void assertKept(ConfigurationEvent event, String problem) {
        assertThat(event)
                .isInstanceOfSatisfying(
                        Kept.class,
                        kept -> assertThat(kept.problems())
                                .singleElement()
                                .asString()
                                .contains(problem));
    }

    private void replace(Path file, String text) throws IOException {
        Path other = Files.writeString(folder.resolve("other"), text);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void a_file_that_is_renamed_over_it_is_taken() throws Exception {
        Path path = Files.writeString(folder.resolve("goodput.yaml"), yaml(3));
        try (var file = watch(path, RARELY)) {
            Guard inventory = file.live().guard("inventory");

            replace(path, yaml(5));

            assertThat(next()).isInstanceOf(Taken.class);
            assertThat(attempts(inventory)).isEqualTo(5);
        }
    }

    @Test
    void so_is_what_a_swapped_link_leads_to() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("..1")).resolve("goodput.yaml"), yaml(3));
        Files.writeString(Files.createDirectory(folder.resolve("..2")).resolve("goodput.yaml"), yaml(5));
        Path data = Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
        Path path = Files.createSymbolicLink(folder.resolve("goodput.yaml"), Path.of("..data", "goodput.yaml"));
        try (var file = watch(path, RARELY)) {
            Guard inventory = file.live().guard("inventory");

            Path swapped = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
            Files.move(swapped, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

            assertThat(next()).isInstanceOf(Taken.class);
            assertThat(attempts(inventory)).isEqualTo(5);
        }
    }

    @Test
    void without_an_event_it_is_seen_at_the_next_look() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path target = Files.writeString(elsewhere.resolve("goodput.yaml"), yaml(3));
        Path path = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("here")).resolve("goodput.yaml"), target);
        try (var file = watch(path, Duration.ofMillis(10))) {
            Guard inventory = file.live().guard("inventory");

            Files.writeString(target, yaml(5));

            assertThat(next()).isInstanceOf(Taken.class);
            assertThat(attempts(inventory)).isEqualTo(5);
        }
    }

    @Test
    void what_is_wrong_gone_or_too_large_is_kept_out_and_told_once() throws Exception {
        Path path = Files.writeString(folder.resolve("goodput.yaml"), yaml(3));
        try (var file = watch(path, Duration.ofMillis(10))) {
            Guard inventory = file.live().guard("inventory");

            replace(path, yaml(0));
            assertKept(next(), "goodput.yaml:2:40: guards.inventory.retry.attempts: 0: below 1");
            Files.delete(path);
            assertKept(next(), "no such file");
            replace(path, yaml(4) + "#" + "x".repeat(YamlFile.MAX_BYTES));
            assertKept(next(), "larger than 1 MiB");

            assertThat(attempts(inventory)).isEqualTo(3);
            assertThat(file.live().problems()).hasSize(1);
            assertThat(told).as("told once each").isEmpty();

            replace(path, yaml(5));
            assertThat(next()).isInstanceOf(Taken.class);
            assertThat(attempts(inventory)).isEqualTo(5);
            assertThat(file.live().problems()).isEmpty();
        }
    }

    @Test
    void every_problem_names_the_file() throws Exception {
        Path path = Files.writeString(folder.resolve("goodput.yaml"), yaml(3));
        try (var file = watch(path, RARELY)) {
            file.live().guard("inventory");

            Files.writeString(path, "goodput: 1");
            assertThat(file.refresh())
                    .isInstanceOfSatisfying(
                            Kept.class,
                            kept -> assertThat(kept.problems())
                                    .singleElement()
                                    .asString()
                                    .startsWith(path + ": guards.inventory: is in use"));
        }
    }

    @Test
    void a_first_file_that_cannot_be_used_is_an_error() throws IOException {
        Path path = Files.writeString(folder.resolve("goodput.yaml"), "goodput: 2");

        assertThatThrownBy(() -> ConfigurationFile.watch(path)).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> ConfigurationFile.watch(folder.resolve("none.yaml")))
                .hasMessageContaining("no such file");
    }

    @Test
    void one_may_ask_it_to_look_now_and_a_closed_file_is_not_looked_at() throws Exception {
        Path path = Files.writeString(folder.resolve("goodput.yaml"), "goodput: 1\nguards: {a: {timeout: \"${T}\"}}");
        var file = ConfigurationFile.builder(path)
                .environment(Map.of("T", "7s")::get)
                .poll(RARELY)
                .watch();
        assertThat(file.live().current().guard("a").timeout()).hasSeconds(7);

        file.close();
        file.close();
        Files.writeString(path, "goodput: 1\nguards: {b: {}}");
        assertThat(file.live().current().guard("a").timeout()).hasSeconds(7);
        assertThat(file.refresh())
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.changed()).containsExactly("guards.a", "guards.b"));
    }
}
