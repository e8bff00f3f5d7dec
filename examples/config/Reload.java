import io.goodput.config.live.ConfigurationFile;
import io.goodput.guard.Guard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A guard goes by a file that changes under it; a file that cannot be used changes nothing, and says why. */
class Reload {
    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory("goodput");
        Path path = write(folder, "attempts: 3");

        try (ConfigurationFile file = ConfigurationFile.watch(path)) {
            Guard inventory = file.live().guard("inventory");
            show(inventory, file);

            write(folder, "attempts: 5");
            file.refresh(); // it would be seen by itself within a fraction of a second
            show(inventory, file);

            write(folder, "attempts: none");
            file.refresh();
            show(inventory, file);
        }
    }

    /** As one writes a file that somebody reads: beside it, and then over it at once. */
    private static Path write(Path folder, String retry) throws Exception {
        Path written = Files.writeString(
                folder.resolve("goodput.yaml.new"),
                "goodput: 1\nguards:\n  inventory:\n    retry: {" + retry + "}\n");
        return Files.move(
                written,
                folder.resolve("goodput.yaml"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void show(Guard guard, ConfigurationFile file) {
        System.out.println(guard.retry().settings().attempts() + " attempts");
        file.live().problems().forEach(problem -> System.out.println(
                "kept out: " + problem.substring(problem.lastIndexOf("goodput.yaml:"))));
    }
}
