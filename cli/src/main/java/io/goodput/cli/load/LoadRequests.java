package io.goodput.cli.load;

import io.goodput.load.HttpTarget;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.load.traffic.WeightedTarget;
import io.goodput.terminal.TimeConverter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a load sends, and to whom. */
final class LoadRequests {
    private static final String ONLY_CLASS = "requests";

    @Parameters(
            arity = "1..*",
            paramLabel = "URL",
            description = "Where to, such as http://127.0.0.1:8080/orders; of several each request goes to one.")
    private List<String> urls;

    @Option(
            names = "--weights",
            paramLabel = "N",
            split = ",",
            description = "Of the URLs: with 3,1 the first gets three of four (default: all the same).")
    private List<Double> weights = List.of();

    @Option(names = "--method", defaultValue = "GET", description = "Method of the requests (default: GET).")
    private String method;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description = "A header of the requests; may be repeated.")
    private List<String> headers = List.of();

    @Option(names = "--body", paramLabel = "FILE", description = "Body of the requests, at most 1 MiB.")
    private @Nullable Path body;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "After which an answer is of no use; what is left of it goes with each request (default: none).")
    private @Nullable Duration deadline;

    @Option(
            names = "--criticality",
            paramLabel = "WORD",
            description =
                    "Goes with each request: critical-plus, critical, sheddable-plus or sheddable (default: none).")
    private @Nullable String criticality;

    @Option(
            names = "--class",
            paramLabel = "'NAME: rate=RATE, deadline=TIME, criticality=WORD'",
            description = "Requests of a kind of their own, in place of --rate; may be repeated.")
    private List<String> classes = List.of();

    @Option(
            names = "--allow-remote",
            paramLabel = "HOST",
            description = "Consent to load another machine: exactly the host of a URL; may be repeated.")
    private List<String> allowed = List.of();

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LoadRequests() {}

    boolean haveClasses() {
        return !classes.isEmpty();
    }

    /** The classes that were given. */
    List<TrafficClass> classes() {
        if (deadline != null || criticality != null) {
            throw new IllegalArgumentException(
                    "--class: says deadline and criticality itself (expected: no --deadline, no --criticality)");
        }
        List<WeightedTarget> targets = targets();
        return classes.stream().map(text -> LoadClasses.parse(text, targets)).toList();
    }

    /** The one class of a load without classes. */
    TrafficClass only(double rate) {
        return new TrafficClass(ONLY_CLASS, rate, deadline, LoadClasses.criticality(criticality), targets());
    }

    private List<WeightedTarget> targets() {
        if (!weights.isEmpty() && weights.size() != urls.size()) {
            throw new IllegalArgumentException(
                    "--weights: " + weights.size() + " of them (expected: one for each of " + urls.size() + " URLs)");
        }
        byte[] bytes = BodyFile.read(body);
        List<WeightedTarget> targets = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            HttpTarget target = target(urls.get(i)).request(method, bytes).headers(headers);
            targets.add(new WeightedTarget(target, weights.isEmpty() ? 1 : weights.get(i)));
        }
        return targets;
    }

    private HttpTarget target(String url) {
        String consented = allowed.stream()
                .filter(host -> host.equalsIgnoreCase(hostOf(url)))
                .findFirst()
                .orElse(null);
        boolean concernsAnother = allowed.size() == 1 && urls.size() == 1;
        return HttpTarget.of(url, concernsAnother ? allowed.getFirst() : consented);
    }

    private static @Nullable String hostOf(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Whether some of it goes to another machine. */
    boolean areRemote() {
        return !allowed.isEmpty();
    }

    /** The URLs for people. */
    String shown() {
        return targets().stream().map(each -> each.target().shown()).collect(Collectors.joining(" "));
    }
}
