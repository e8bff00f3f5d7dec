package io.goodput.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a copy of the house, in a folder with a space in its name. There it needs Java 99, so that no Java of
 * this machine fits and only the ones set up here count; Java and Maven are scripts that say what they were asked. Runs
 * after packaging, for the last test runs what was packaged.
 */
class LauncherIT {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path temp;

    private Path house;
    private Path jdk;
    private Path tools;

    @BeforeEach
    void copyTheHouse() throws IOException {
        house = Files.createDirectories(temp.resolve("a house"));
        jdk = temp.resolve("jdk 99");
        tools = Files.createDirectories(temp.resolve("tools"));

        copy("goodput");
        copy("cli/launcher/jdk");
        copy("cli/launcher/build");
        copy("cli/launcher/start");
        replace(house.resolve("cli/launcher/jdk"), "java_needed=25", "java_needed=99");
        write(house.resolve("pom.xml"), "<project/>");
        write(house.resolve("core/src/main/java/A.java"), "class A {}");
        write(house.resolve("core/src/main/java/B.java"), "class B {}");

        jdk(jdk, "99.0.1", "echo java \"$@\"");
        script(tools.resolve("mvn"), """
                echo built >>"%1$s/builds"
                test ! -e "%1$s/broken" || { echo "A.java:1: not a statement"; exit 1; }
                mkdir -p "%2$s/cli/target/app" && echo jar >"%2$s/cli/target/app/goodput.jar"
                """.formatted(temp, house));
    }

    @Test
    void builds_once_then_starts_at_once() throws Exception {
        var first = launch("lab", "a b");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("goodput.jar lab a b");
        assertThat(first.err()).isEqualTo("building…\n");

        assertThat(launch().err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void the_driver_of_duckdb_is_on_the_class_path_of_logs_only() throws Exception {
        assertThat(launch("logs", "query").out())
                .containsPattern("-cp .+/goodput\\.jar:.+/logs/\\* \\S+Goodput logs query");
        assertThat(launch("lab", "logs").out()).contains("-jar ").doesNotContain("/logs/");
    }

    @Test
    void builds_again_when_a_source_was_changed_added_or_deleted() throws Exception {
        launch();
        var source = house.resolve("core/src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        launch();
        assertThat(builds()).isEqualTo(2);

        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        launch();
        assertThat(builds()).as("unchanged").isEqualTo(2);

        Files.delete(house.resolve("core/src/main/java/B.java"));
        launch();
        assertThat(builds()).as("deleted").isEqualTo(3);

        write(house.resolve("core/src/main/resources/new.yaml"), "");
        launch();
        assertThat(builds()).as("added").isEqualTo(4);
    }

    @Test
    void shows_the_output_of_a_build_that_fails_and_runs_nothing() throws Exception {
        launch();
        write(temp.resolve("broken"), "");
        write(house.resolve("core/src/main/java/C.java"), "");

        var run = launch();
        assertThat(run.status()).isEqualTo(69);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("A.java:1: not a statement", "the build failed");
    }

    @Test
    void two_at_a_time_build_once() throws Exception {
        assertThatTwoAtATimeBuildOnce();
    }

    @Test
    void two_at_a_time_build_once_where_there_is_no_flock() throws Exception {
        script(tools.resolve("flock"), "exit 127");
        assertThatTwoAtATimeBuildOnce();
    }

    private void assertThatTwoAtATimeBuildOnce() throws Exception {
        // A build that takes a moment, so that the second comes while the first is at it.
        replace(tools.resolve("mvn"), "#!/bin/sh", "#!/bin/sh\nsleep 0.2");
        for (var run : List.of(start(Map.of()), start(Map.of()))) {
            assertThat(run.waitFor()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void says_where_it_looked_when_no_java_fits() throws Exception {
        jdk(jdk, "17.0.15", "echo never");

        var run = launch();
        assertThat(run.status()).isEqualTo(69);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("needs a Java 99 or newer", jdk + ": 17.0.15", "/usr/lib/jvm", "set JAVA_HOME")
                .doesNotContain("unbound");
    }

    @Test
    void finds_java_on_the_path_through_a_link() throws Exception {
        Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));
        assertThat(launch(Map.of("JAVA_HOME", "")).status()).isZero();
    }

    @Test
    void takes_a_java_without_a_compiler_once_it_is_built() throws Exception {
        Files.delete(jdk.resolve("bin/javac"));
        var unbuilt = launch();
        assertThat(unbuilt.status()).isEqualTo(69);
        assertThat(unbuilt.err()).contains("needs a JDK 99", jdk + ": 99.0.1, without javac");

        script(jdk.resolve("bin/javac"), "");
        launch();
        Files.delete(jdk.resolve("bin/javac"));
        assertThat(launch().status()).isZero();
    }

    @Test
    void says_that_maven_is_missing() throws Exception {
        Files.delete(tools.resolve("mvn"));
        // A PATH with all that the launcher uses, and no Maven of this machine.
        var basic = temp.resolve("basic");
        for (var program : List.of("dirname", "readlink", "find", "mkdir", "flock", "perl", "sed")) {
            for (var folder : List.of("/bin", "/usr/bin")) {
                if (Files.exists(Path.of(folder, program))) {
                    script(basic.resolve(program), "exec " + folder + "/" + program + " \"$@\"");
                }
            }
        }

        var run = launch(Map.of("PATH", basic.toString()));
        assertThat(run.status()).isEqualTo(69);
        assertThat(run.err()).contains("needs Maven");
    }

    @Test
    void options_for_the_jvm_come_from_the_environment() throws Exception {
        launch();
        var run = launch(Map.of("GOODPUT_JAVA_OPTS", "-Xmx1g  -XX:+UseZGC"));
        assertThat(run.out()).contains("-Xmx1g -XX:+UseZGC -jar").doesNotContain("ParallelGC");
    }

    @Test
    void runs_what_was_packaged_through_a_link_from_anywhere() throws Exception {
        replace(house.resolve("cli/launcher/jdk"), "java_needed=99", "java_needed=25");
        script(
                tools.resolve("mvn"),
                "mkdir -p \"%1$s/cli/target\" && cp -Rp \"%2$s/cli/target/app\" \"%1$s/cli/target\""
                        .formatted(house, REPOSITORY));
        var link = Files.createSymbolicLink(temp.resolve("gp"), Path.of("a house/goodput"));
        var java = Map.of("JAVA_HOME", System.getProperty("java.home"));

        var first = finish(start(java, link, "--version"));
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("goodput ").doesNotContain("\u001b");

        var second = finish(start(java, link, "--nonsense"));
        assertThat(second.status()).isEqualTo(2);
        assertThat(second.err()).startsWith("goodput: Unknown option");

        var misfit = finish(start(
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "GOODPUT_JAVA_OPTS",
                        "-XX:+UseCompactObjectHeaders"),
                link,
                "--version"));
        assertThat(misfit.err()).as("a cache that does not fit is no news").isEmpty();
        assertThat(misfit.out()).isEqualTo(first.out());

        var zgc = Map.of("JAVA_HOME", System.getProperty("java.home"), "GOODPUT_JAVA_OPTS", "-XX:+UseZGC");
        assertThat(finish(start(zgc, link, "--help")).out())
                .as("the help of a checkout, whatever the options")
                .contains("\n  publish ", "\n  dist ");
    }

    private record Run(int status, String out, String err) {}

    private Run launch(String... arguments) throws Exception {
        return finish(start(Map.of(), house.resolve("goodput"), arguments));
    }

    private Run launch(Map<String, String> environment) throws Exception {
        return finish(start(environment));
    }

    private Process start(Map<String, String> environment) throws IOException {
        return start(environment, house.resolve("goodput"));
    }

    private Process start(Map<String, String> environment, Path launcher, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().remove("GOODPUT_JAVA_OPTS");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What it writes is a few lines, so reading one stream after the other cannot block it. */
    private static Run finish(Process process) throws Exception {
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private int builds() throws IOException {
        return Files.readAllLines(temp.resolve("builds")).size();
    }

    private static void jdk(Path home, String version, String java) throws IOException {
        write(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), java);
        script(home.resolve("bin/javac"), "");
    }

    private static void script(Path file, String body) throws IOException {
        write(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(house.resolve(file).getParent());
        Files.copy(REPOSITORY.resolve(file), house.resolve(file));
    }

    private static void replace(Path file, String from, String to) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
