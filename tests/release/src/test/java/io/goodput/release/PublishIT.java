package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./goodput publish}: what it puts into the folder, and what it leaves alone. */
@Tag("release")
@EnabledIf(value = "io.goodput.release.Checkout#isHere", disabledReason = "these sources have no history")
class PublishIT {
    @TempDir
    private Path temp;

    @Test
    void a_version_in_a_folder_is_all_that_is_published_and_nothing_else() throws Exception {
        var folder = PublishedFolder.folder().resolve("io/goodput");
        try (var artifacts = Files.list(folder)) {
            assertThat(artifacts
                            .map(artifact -> artifact.getFileName().toString())
                            .filter(name -> !name.equals("goodput-bom")))
                    .containsExactlyInAnyOrderElementsOf(LibraryTest.artifacts());
        }
        for (String artifact : LibraryTest.artifacts()) {
            for (String kind : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
                var name = artifact + "-" + PublishedFolder.VERSION + kind;
                assertThat(folder.resolve(artifact)
                                .resolve(PublishedFolder.VERSION)
                                .resolve(name))
                        .exists();
            }
        }
    }

    @Test
    void a_published_version_is_not_published_again() throws Exception {
        var again = PublishedFolder.publish(Library.ROOT.toRealPath(), PublishedFolder.folder(), Map.of());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.output())
                .isEqualTo("goodput publish: 0.2.0 is in %s already, and what is published does not change%n"
                        .formatted(PublishedFolder.folder()));
    }

    @Test
    void the_work_tree_and_the_local_repository_stay_as_they_are() throws Exception {
        var house = Library.ROOT.toRealPath();
        var git = List.of("git", "status", "--porcelain");
        var before = Run.of(house, Map.of(), git).succeeded();
        PublishedFolder.folder();
        assertThat(Run.of(house, Map.of(), git).succeeded()).isEqualTo(before);
        try (var jars = Files.walk(Maven.machine())) {
            assertThat(jars.filter(jar -> jar.getFileName().toString().matches("goodput-.*\\.(jar|pom)")))
                    .isEmpty();
        }
    }

    /** In another folder, another time zone and another language. */
    @Test
    void the_same_commit_gives_the_same_bytes() throws Exception {
        var clone = temp.resolve("another house");
        Run.of(
                        temp,
                        Map.of(),
                        List.of("git", "clone", "-q", Library.ROOT.toRealPath().toString(), clone.toString()))
                .succeeded();
        var second = temp.resolve("a repository");
        PublishedFolder.publish(clone, second, Map.of("TZ", "Asia/Tokyo", "LC_ALL", "C"))
                .succeeded();

        assertThat(checksums(second)).isEqualTo(checksums(PublishedFolder.folder()));
    }

    /** Of all files but Maven's index, which says when something was put there. */
    private static SortedMap<String, String> checksums(Path folder) throws Exception {
        SortedMap<String, String> checksums = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (!file.getFileName().toString().startsWith("maven-metadata")) {
                    checksums.put(folder.relativize(file).toString(), sha256(file));
                }
            }
        }
        return checksums;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
