package io.goodput.logs.json;

import io.goodput.logs.contributors.ExampleTrace;
import io.goodput.logs.contributors.RankedContributor;
import io.goodput.logs.contributors.ServiceContributors;
import io.goodput.logs.contributors.ToldBounds;
import io.goodput.logs.contributors.TopContributors;
import io.goodput.logs.record.BadOutcome;
import io.goodput.logs.wording.Amounts;
import io.goodput.logs.wording.ContributorWords;
import io.goodput.logs.wording.OutcomeText;
import io.goodput.logs.wording.TimelineWords;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Contributors as JSON: numbers re-inflated, each with its standard error. */
public final class ContributorsJson {
    private ContributorsJson() {}

    /** The first. */
    public static ObjectNode of(TopContributors contributors) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("kind", contributors.kind().label())
                .put("service", contributors.service())
                .put("count", rounded(contributors.count()))
                .put("others", contributors.others())
                .put("others_count", rounded(contributors.othersCount()))
                .put("unnamed", rounded(contributors.unnamed()));
        if (contributors.isTold()) {
            node.putObject("told")
                    .put("units", contributors.told().total())
                    .put("unlisted", contributors.told().unlisted());
        }
        ArrayNode top = node.putArray("top");
        contributors.top().forEach(one -> {
            ObjectNode listed = top.addObject();
            one(listed, one);
            if (contributors.isTold()) {
                ToldBounds bounds = contributors.told(one.name());
                listed.put("told_least", bounds.least()).put("told_most", bounds.most());
                listed.put("told", ContributorWords.told(contributors, one));
            }
        });
        ArrayNode notes = node.putArray("notes");
        ContributorWords.notes(contributors).forEach(notes::add);
        return node;
    }

    /** All that a file of them says: of each what it did in each interval, null where its service told of nothing. */
    public static ObjectNode of(ServiceContributors contributors) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("service", contributors.service())
                .put("start_us", contributors.start())
                .put("interval_us", contributors.width())
                .put("intervals", contributors.intervals());
        ArrayNode services = node.putArray("services");
        contributors.services().forEach(services::add);
        ArrayNode by = node.putArray("by");
        contributors.tops().forEach(top -> {
            ObjectNode listed = of(top);
            by.add(listed);
            for (int i = 0; i < top.top().size(); i++) {
                over((ObjectNode) listed.get("top").get(i), top.top().get(i), top.width() / 1e6);
            }
        });
        return node;
    }

    private static void one(ObjectNode node, RankedContributor one) {
        node.put("name", one.name())
                .put("count", rounded(one.count()))
                .put("error", rounded(one.error()))
                .put("failures", rounded(one.failures()))
                .put("us", Math.round(one.micros()));
    }

    /** One over time, and traces to look at. */
    public static ObjectNode over(RankedContributor one, TopContributors all) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        one(node, one);
        double seconds = all.width() / 1e6;
        ArrayNode x = node.putArray("x");
        for (int i = 0; i < one.counts().size(); i++) {
            x.add((all.start() + i * all.width()) / 1_000_000);
        }
        over(node, one, seconds);
        return node;
    }

    private static void over(ObjectNode node, RankedContributor one, double seconds) {
        rates(node.putArray("rate"), one.counts(), seconds);
        rates(node.putArray("failed"), one.failed(), seconds);
        ArrayNode examples = node.putArray("examples");
        one.examples().forEach(example -> example(examples.addObject(), example));
    }

    private static void rates(ArrayNode series, List<@Nullable Double> counts, double seconds) {
        counts.forEach(count -> series.add(count == null ? null : (Double) rounded(count / seconds)));
    }

    private static void example(ObjectNode node, ExampleTrace example) {
        node.put("trace", example.trace())
                .put("at", TimelineWords.instant(example.at()))
                .put("operation", example.operation())
                .put("took", Amounts.time(example.micros()))
                .put("outcome", OutcomeText.of(example.outcome()))
                .put("bad", BadOutcome.is(example.outcome()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
