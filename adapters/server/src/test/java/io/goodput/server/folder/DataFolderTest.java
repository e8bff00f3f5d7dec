package io.goodput.server.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final FolderFormat FORMAT = new FolderFormat("queue", 2, 3);

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void place() {
        folder = temporary.resolve("state/queue");
    }

    @Test
    void a_folder_that_is_missing_is_made_and_is_nobody_elses_business() throws IOException {
        try (var data = DataFolder.open(folder, FORMAT)) {
            assertThat(data.found()).isEqualTo(3);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(AdminToken.FILE))))
                    .isEqualTo("rw-------");
            assertThat(folder.resolve("format")).hasContent("goodput queue 3\n");
        }
    }

    @Test
    void whoever_comes_second_is_told_who_has_it() throws IOException {
        try (var data = DataFolder.open(folder, FORMAT)) {
            data.tell(URI.create("http://127.0.0.1:9325"));

            assertThatThrownBy(() -> DataFolder.open(folder, FORMAT))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining("in use by goodput queue, process "
                            + ProcessHandle.current().pid());
            assertThat(DataFolder.occupant(folder))
                    .extracting(Occupant::admin)
                    .isEqualTo(URI.create("http://127.0.0.1:9325"));
        }

        assertThat(DataFolder.occupant(folder)).isNull();
        DataFolder.open(folder, FORMAT).close();
    }

    @Test
    void a_second_look_does_not_lose_the_first_ones_lock() throws Exception {
        try (var data = DataFolder.open(folder, FORMAT)) {
            assertThat(data.found()).isEqualTo(3);
            assertThatThrownBy(() -> DataFolder.open(folder, FORMAT)).isInstanceOf(FolderInUseException.class);
            assertThat(DataFolder.occupant(folder)).isNotNull();

            assertThat(isTakenForOthers()).isTrue();
        }
        assertThat(isTakenForOthers()).isFalse();
    }

    /** As another process sees it: the lock of POSIX is not there for its own. */
    private boolean isTakenForOthers() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockSeen.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return switch (other.waitFor()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new AssertionError("it could not look");
        };
    }

    /** Another process: its status is whether the folder is taken. */
    static final class LockSeen {
        private LockSeen() {}

        public static void main(String... folder) throws IOException {
            System.exit(FolderLock.isTaken(Path.of(folder[0])) ? 1 : 0);
        }
    }

    @Test
    void an_older_format_is_taken_over_when_all_of_it_is() throws IOException {
        DataFolder.open(folder, new FolderFormat("queue", 1, 2)).close();

        try (var data = DataFolder.open(folder, FORMAT)) {
            assertThat(data.found()).isEqualTo(2);
            assertThat(folder.resolve("format")).hasContent("goodput queue 2\n");
            data.upgraded();
        }
        assertThat(folder.resolve("format")).hasContent("goodput queue 3\n");
    }

    @Test
    void a_newer_format_is_left_as_it_is() throws IOException {
        DataFolder.open(folder, new FolderFormat("queue", 1, 4)).close();

        assertThatThrownBy(() -> DataFolder.open(folder, FORMAT))
                .hasMessage(folder + " has format 4, which is newer than this goodput (expected: at most 3);"
                        + " it is left as it is");
        assertThat(folder.resolve("format")).hasContent("goodput queue 4\n");
        assertThat(DataFolder.occupant(folder)).isNull();
    }

    @Test
    void a_format_that_is_too_old_needs_a_goodput_in_between() throws IOException {
        DataFolder.open(folder, new FolderFormat("queue", 1, 1)).close();

        assertThatThrownBy(() -> DataFolder.open(folder, FORMAT))
                .hasMessageContaining("has format 1 (expected: 2 to 3)");
    }

    @Test
    void anothers_folder_is_refused() throws IOException {
        DataFolder.open(folder, new FolderFormat("gateway", 1, 1)).close();

        assertThatThrownBy(() -> DataFolder.open(folder, FORMAT)).hasMessageContaining("belongs to goodput gateway");
    }

    @Test
    void a_folder_full_of_something_else_is_refused() throws IOException {
        Files.createDirectories(folder, PrivateFiles.folderAttributes());
        Files.writeString(folder.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> DataFolder.open(folder, FORMAT))
                .hasMessageContaining("holds thesis.tex and no format");
    }

    @Test
    void a_folder_that_others_can_read_is_refused() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> DataFolder.open(folder, FORMAT))
                .hasMessageContaining("rwxr-xr-x")
                .hasMessageContaining("chmod 700");
    }

    @Test
    void changes_take_the_token_of_this_start() throws IOException {
        String first;
        try (var data = DataFolder.open(folder, FORMAT)) {
            first = AdminToken.read(folder);
            assertThat(first).hasSize(43);
            assertThat(data.token().matches(first)).isTrue();
            assertThat(data.token().matches(first.substring(1))).isFalse();
            assertThat(data.token().matches(null)).isFalse();
            assertThat(data.token()).asString().doesNotContain(first);
        }
        assertThat(folder.resolve(AdminToken.FILE)).doesNotExist();
        try (var data = DataFolder.open(folder, FORMAT)) {
            assertThat(data.token().matches(first)).isFalse();
        }
    }

    @Test
    void the_standard_place_is_that_of_the_desktop_specification() {
        assertThat(DataFolder.standard("queue", Map.of("HOME", "/home/ann")))
                .isEqualTo(Path.of("/home/ann/.local/state/goodput/queue"));
        assertThat(DataFolder.standard("queue", Map.of("HOME", "/home/ann", "XDG_STATE_HOME", "/srv/state")))
                .isEqualTo(Path.of("/srv/state/goodput/queue"));
        assertThat(DataFolder.standard("queue", Map.of("HOME", "/home/ann", "XDG_STATE_HOME", "relative")))
                .isEqualTo(Path.of("/home/ann/.local/state/goodput/queue"));
    }
}
