package io.goodput.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that was built, from which commit, and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {built(), "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")};
    }

    private static String built() {
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(in);
            var commit = properties.getProperty("commit");
            // A plain build of Maven is not told which one it builds.
            return "goodput %s, commit %s"
                    .formatted(properties.getProperty("version"), commit.isEmpty() ? "unknown" : commit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
