package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** {@code ./goodput dist}: both packages, unpacked, where there is a Java to run on and nothing to build with. */
@Tag("release")
@EnabledIf(value = "io.goodput.release.Checkout#isHere", disabledReason = "these sources have no history")
class DistributionIT {
    private static final String VERSION = "goodput 0.2.0, commit [0-9a-f]{12}\\RJava 25[^\\n]*\\R";

    private static final Path TEMP = Path.of("target", "a distribution").toAbsolutePath();

    private static Path made;
    private static Path unpacked;
    private static Path jre;
    private static Path tools;

    @BeforeAll
    static void makeThem() throws Exception {
        PublishedFolder.delete(TEMP);
        Files.createDirectories(TEMP);
        made = TEMP.resolve("made here");
        var house = Library.ROOT.toRealPath();
        Run.of(
                        TEMP,
                        Map.of("JAVA_HOME", System.getProperty("java.home")),
                        List.of(house.resolve("goodput").toString(), "dist", made.toString(), "--version", "0.2.0"))
                .succeeded();
        Run.of(
                        TEMP,
                        Map.of(),
                        List.of(
                                "tar",
                                "-xzf",
                                made.resolve("goodput-0.2.0.tar.gz").toString()))
                .succeeded();
        unpacked = TEMP.resolve("goodput-0.2.0");

        // The modules that a JRE has and goodput needs, and none that only a JDK has.
        jre = TEMP.resolve("a jre");
        var jlink = Path.of(System.getProperty("java.home"), "bin", "jlink").toString();
        Run.of(
                        TEMP,
                        Map.of(),
                        List.of(
                                jlink,
                                "--add-modules",
                                "java.se,jdk.unsupported,jdk.httpserver,jdk.zipfs",
                                "--output",
                                jre.toString()))
                .succeeded();
        tools = Files.createDirectory(TEMP.resolve("tools"));
        for (String tool : List.of("bash", "env", "readlink", "dirname", "stty", "sed")) {
            var found = Run.of(TEMP, Map.of(), List.of("sh", "-c", "command -v " + tool))
                    .succeeded();
            Files.createSymbolicLink(tools.resolve(tool), Path.of(found.strip()));
        }
    }

    @Test
    void the_tar_ball_runs_on_a_jre_from_any_folder() throws Exception {
        assertThat(jre.resolve("bin/javac")).doesNotExist();
        assertThat(goodput(TEMP, unpacked.resolve("bin/goodput"), "--version").succeeded())
                .matches(VERSION);
        assertThat(goodput(TEMP, unpacked.resolve("bin/goodput"), "lab", "retry-storm", "--seeds", "2")
                        .output())
                .contains("P(metastable)");
    }

    @Test
    void the_driver_of_logs_comes_along_and_answers() throws Exception {
        String examples = Library.ROOT.toRealPath().resolve("examples/logs").toString();

        assertThat(goodput(
                                TEMP,
                                unpacked.resolve("bin/goodput"),
                                "logs",
                                "query",
                                examples,
                                "select count(*) > 0 as some from requests")
                        .succeeded())
                .isEqualTo("some\ntrue\n");
    }

    @Test
    void it_runs_through_links_and_with_the_java_on_the_path() throws Exception {
        var link = Files.createSymbolicLink(TEMP.resolve("link"), unpacked.resolve("bin/goodput"));
        var second = Files.createSymbolicLink(TEMP.resolve("second link"), Path.of("link"));
        assertThat(link).isSymbolicLink();
        var path = Map.of("PATH", tools + ":" + jre.resolve("bin"), "JAVA_HOME", "");
        assertThat(Run.of(Path.of("/"), path, List.of(second.toString(), "--version"))
                        .succeeded())
                .matches(VERSION);
    }

    @Test
    void every_jar_has_a_licence() throws Exception {
        try (var jars = Files.walk(unpacked.resolve("lib"))) {
            var names = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
            assertThat(names).hasSizeGreaterThan(20);
            for (String name : names) {
                try (var texts = Files.list(unpacked.resolve("licences").resolve(name.replaceFirst("\\.jar$", "")))) {
                    assertThat(texts.map(text -> text.getFileName().toString().toUpperCase(Locale.ROOT)))
                            .as(name)
                            .anyMatch(text -> text.contains("LICENSE"));
                }
            }
        }
    }

    @Test
    void completion_and_manual_come_along() throws Exception {
        for (String file : List.of(
                "share/bash-completion/completions/goodput",
                "share/zsh/site-functions/_goodput",
                "share/fish/vendor_completions.d/goodput.fish",
                "share/man/man1/goodput.1",
                "share/goodput@.service",
                "share/Dockerfile",
                "LICENSE",
                "NOTICE",
                "README.md")) {
            assertThat(unpacked.resolve(file)).isNotEmptyFile();
        }
        assertThat(unpacked.resolve("share/man/man1/goodput.1")).content().contains("goodput 0.2.0");
    }

    @Test
    void the_debian_package_holds_the_same_and_runs() throws Exception {
        var deb = made.resolve("goodput_0.2.0_all.deb");
        assumeThat(has("dpkg-deb")).as("dpkg-deb is here").isTrue();
        var root = TEMP.resolve("installed");
        Run.of(TEMP, Map.of(), List.of("dpkg-deb", "-x", deb.toString(), root.toString()))
                .succeeded();

        assertThat(goodput(TEMP, root.resolve("usr/bin/goodput"), "--version").succeeded())
                .matches(VERSION);
        for (String file : List.of(
                "usr/share/doc/goodput/copyright",
                "usr/share/man/man1/goodput.1.gz",
                "usr/share/bash-completion/completions/goodput",
                "usr/share/zsh/vendor-completions/_goodput",
                "usr/share/fish/vendor_completions.d/goodput.fish",
                "lib/systemd/system/goodput@.service")) {
            assertThat(root.resolve(file)).isNotEmptyFile();
        }
        assertThat(names(root.resolve("usr/share/goodput/lib"))).isEqualTo(names(unpacked.resolve("lib")));
        assertThat(Run.of(TEMP, Map.of(), List.of("dpkg-deb", "-f", deb.toString(), "Package", "Version", "Depends"))
                        .succeeded())
                .isEqualTo("Package: goodput%nVersion: 0.2.0%nDepends: bash%n".formatted());
    }

    @Test
    void the_service_is_one_that_systemd_reads() throws Exception {
        assumeThat(has("systemd-analyze")).as("systemd-analyze is here").isTrue();
        // It wants to see the program that it is to start.
        var unit = Files.readString(unpacked.resolve("share/goodput@.service"))
                .replace("/usr/bin/goodput", "\"" + unpacked.resolve("bin/goodput") + "\"");
        var file = Files.writeString(TEMP.resolve("goodput@.service"), unit);
        assertThat(Run.of(TEMP, Map.of(), List.of("systemd-analyze", "verify", "--man=no", file.toString()))
                        .succeeded())
                .doesNotContain("goodput@.service:");
    }

    private static Run goodput(Path folder, Path command, String... arguments) throws Exception {
        var environment = Map.of("JAVA_HOME", jre.toString(), "PATH", tools.toString());
        return Run.of(
                folder,
                environment,
                Stream.concat(Stream.of(command.toString()), Stream.of(arguments))
                        .toList());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static boolean has(String program) throws Exception {
        return Run.of(TEMP, Map.of(), List.of("sh", "-c", "command -v " + program))
                        .status()
                == 0;
    }
}
