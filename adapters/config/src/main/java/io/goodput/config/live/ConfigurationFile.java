package io.goodput.config.live;

import io.goodput.Ticker;
import io.goodput.config.Configuration;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Environment;
import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Echo;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A configuration file that is watched: what stands in it is taken as a whole, or kept out with the reasons, as
 * {@link LiveConfiguration} says.
 *
 * <pre>{@code
 * try (var file = ConfigurationFile.watch(Path.of("goodput.yaml"))) {
 *     Guard inventory = file.live().guard("inventory");
 *     file.live().listen(event -> log(event));
 *     serve(inventory);
 * }
 * }</pre>
 *
 * <p>It sees a file that is written in place, one that is renamed over it, and links that are swapped, as Kubernetes
 * does with mounted configurations: by events of the folder within a fraction of a second, and where there are none, at
 * the next look. A file that somebody is still writing is not taken before it stays as it is. One that is deleted, too
 * large or wrong is a reason to keep what there is.
 *
 * <p>One daemon thread a file. Thread-safe.
 */
public final class ConfigurationFile implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ConfigurationFile.class.getName());

    private final Path file;
    private final Environment environment;
    private final Decoder<Configuration> decoder;
    private final Ticker ticker = Ticker.system();
    private final FolderEvents events;
    private final LookSchedule schedule;
    private final LiveConfiguration live;
    private final Thread thread;

    private ConfigurationFile(Builder builder) {
        this.file = builder.file.toAbsolutePath();
        this.environment = builder.environment;
        this.decoder = Configuration.decoder();
        // Before the file is read, so that no change is missed.
        this.events = new FolderEvents(Objects.requireNonNullElse(file.getParent(), file));
        try {
            var first = FileContent.of(file);
            this.schedule = new LookSchedule(builder.poll, builder.quiet, first.fingerprint(), ticker.nanos());
            this.live = new LiveConfiguration(read(first));
        } catch (RuntimeException refused) {
            events.close();
            throw refused;
        }
        this.thread = Thread.ofPlatform().daemon().name("goodput-configuration").unstarted(this::run);
    }

    /**
     * Reads a file, and watches it until this is closed; with the variables of this process's environment.
     *
     * @throws ConfigException if it cannot be read, or says what cannot be: there is nothing to keep yet
     */
    public static ConfigurationFile watch(Path file) {
        return builder(file).watch();
    }

    /** The same with other settings. */
    public static Builder builder(Path file) {
        return new Builder(file);
    }

    /** What counts, and what goes by it. */
    public LiveConfiguration live() {
        return live;
    }

    /** Looks at the file now, and takes what is there if it can, without waiting for it to settle. */
    public ConfigurationEvent refresh() {
        synchronized (schedule) {
            var found = FileContent.of(file);
            schedule.takes(found.fingerprint(), ticker.nanos());
            return take(found);
        }
    }

    /** Watches no longer, once what is being taken is. What is bound goes on as it is. */
    @Override
    public void close() {
        events.close();
        synchronized (schedule) {
            // What is being taken is taken whole.
            schedule.notifyAll();
        }
    }

    private void run() {
        while (!events.isClosed()) {
            try {
                long wait = lookAt() - ticker.nanos();
                if (wait <= 0) {
                    look();
                } else if (events.await(wait)) {
                    happened();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, () -> file + ": is watched further after " + e, e);
            }
        }
    }

    private long lookAt() {
        synchronized (schedule) {
            return schedule.lookAt();
        }
    }

    private void happened() {
        synchronized (schedule) {
            schedule.happened(ticker.nanos());
        }
    }

    private void look() {
        synchronized (schedule) {
            var found = FileContent.of(file);
            if (!events.isClosed() && schedule.looked(found.fingerprint(), ticker.nanos())) {
                take(found);
            }
        }
    }

    private ConfigurationEvent take(FileContent found) {
        Configuration next;
        try {
            next = read(found);
        } catch (ConfigException unreadable) {
            return live.refuse(unreadable);
        }
        return live.offer(next, Echo.escaped(file + ": "));
    }

    private Configuration read(FileContent found) {
        if (found.problem() != null) {
            throw found.problem();
        }
        return YamlFile.parse(file.toString(), Objects.requireNonNull(found.text()), environment, decoder);
    }

    /** How a file is watched. */
    public static final class Builder {
        private final Path file;
        private Environment environment = Environment.system();
        private Duration poll = Duration.ofSeconds(5);
        private Duration quiet = Duration.ofMillis(100);

        private Builder(Path file) {
            this.file = Objects.requireNonNull(file, "file");
        }

        /** What it finds variables in. Default: what this process was started with. */
        public Builder environment(Environment environment) {
            this.environment = Objects.requireNonNull(environment, "environment");
            return this;
        }

        /** The file is looked at so often, whether or not anything tells of a change; 10 ms to a day. Default: 5 s. */
        public Builder poll(Duration poll) {
            this.poll = LookSchedule.POLL.check("poll", poll);
            return this;
        }

        /** What is new has to stay the same for so long before it is taken; 1 ms to a minute. Default: 100 ms. */
        public Builder quiet(Duration quiet) {
            this.quiet = LookSchedule.QUIET.check("quiet", quiet);
            return this;
        }

        /**
         * Reads the file, and watches it until the answer is closed.
         *
         * @throws ConfigException if it cannot be read, or says what cannot be
         */
        public ConfigurationFile watch() {
            var watched = new ConfigurationFile(this);
            watched.thread.start();
            return watched;
        }
    }
}
