package io.goodput.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maven as a user has it who knows nothing of this build: with a local repository of their own. What this machine's
 * Maven has downloaded before is not downloaded again, but taken from where it lies.
 */
final class Maven {
    private Maven() {}

    /** The local repository of the Maven that builds this. */
    static Path machine() {
        var told = System.getProperty("maven.repository");
        return told != null ? Path.of(told) : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }

    static Run run(Path folder, String... arguments) throws Exception {
        var target = Files.createDirectories(Path.of("target")).toAbsolutePath();
        var settings = Files.writeString(target.resolve("settings.xml"), settings());
        List<String> command = new ArrayList<>(
                List.of("mvn", "-B", "-ntp", "-gs", settings.toString(), "-Dmaven.repo.local=" + target.resolve("m2")));
        command.addAll(List.of(arguments));
        // Maven 3.8 has a Guava of which Java 25 warns.
        return Run.of(
                folder,
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "MAVEN_OPTS",
                        "--sun-misc-unsafe-memory-access=allow"),
                command);
    }

    private static String settings() {
        return """
            <settings>
              <profiles>
                <profile>
                  <id>machine</id>
                  <repositories>
                    <repository><id>machine</id><url>%1$s</url><releases>%2$s</releases></repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository><id>machine</id><url>%1$s</url><releases>%2$s</releases></pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
            </settings>
            """.formatted(machine().toUri(), "<checksumPolicy>ignore</checksumPolicy>");
    }
}
