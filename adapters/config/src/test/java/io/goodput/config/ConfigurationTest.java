package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.NameRule;
import io.goodput.admission.AdmissionSettings;
import io.goodput.config.language.YamlFile;
import io.goodput.config.policy.PolicySections;
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.config.policy.shard.ShardSettings;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.FilePlace;
import io.goodput.guard.Guard;
import io.goodput.health.ServerHealth;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.RateLimit;
import io.goodput.retry.RetryPolicy;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    private static Configuration read(String yaml) {
        return YamlFile.parse("goodput.yaml", yaml).as(Configuration.decoder());
    }

    @Test
    void every_section_is_read_by_name() {
        var configuration = Configuration.read(RenderingTest.EXAMPLE);

        assertThat(configuration.get(PolicySections.GUARDS).sequencedKeySet())
                .containsExactly("payments", "inventory", "legacy", "search");
        assertThat(configuration.guard("payments").retry()).isEqualTo(RetryPolicy.Settings.STANDARD);
        assertThat(configuration.guard("search").limit()).isEqualTo(new FixedLimit(20));
        assertThat(configuration.server("checkout").limit()).isEqualTo(64);
        assertThat(configuration.cache("prices").loading().keys()).isEqualTo(100);
        assertThat(configuration.shards("premium")).isInstanceOf(ShardSettings.Stateful.class);
        assertThat(configuration.rateLimit("public-api").overall()).isEqualTo(new RateLimit.Rate(2000, 4000));
    }

    @Test
    void a_guard_is_built_from_it_with_its_name() {
        Guard guard =
                Configuration.read(RenderingTest.EXAMPLE).newGuard("inventory").build();

        assertThat(guard.name()).isEqualTo("inventory");
        assertThat(guard.throttle()).isNotNull();
        assertThat(guard.rateLimit()).isNotNull();
        assertThat(guard.hedge()).isNotNull();
        assertThat(guard.breaker()).isNotNull();
        assertThat(Objects.requireNonNull(guard.limit()).settings().max()).isEqualTo(500);
        assertThat(Objects.requireNonNull(guard.retry()).adaptiveRate()).isNotNull();
        var balancer = Objects.requireNonNull(guard.balancer());
        assertThat(balancer.endpoints()).hasSize(3);
        assertThat(balancer.settings().subset()).isNotNull();
    }

    @Test
    void servers_caches_and_shards_are_built_from_it_too() {
        var configuration = Configuration.read(RenderingTest.EXAMPLE);

        assertThat(configuration.server("checkout").newGate().queue().limit()).isEqualTo(64);
        assertThat(new ServerHealth(
                                Objects.requireNonNull(
                                        configuration.server("checkout").health()),
                                0)
                        .liveness(0)
                        .findings())
                .extracting("name")
                .containsExactly("disk");
        var tenants = (ShardSettings.Stateless) configuration.shards("tenants");
        assertThat(tenants.newShards().shard("someone")).hasSize(5);
    }

    @Test
    void a_queue_is_changed_where_it_is() {
        var settings = new ServerSettings(2, AdmissionSettings.STANDARD, null);
        var queue = settings.newGate().queue();

        new ServerSettings(3, AdmissionSettings.STANDARD.withCapacity(7), null).applyTo(queue, 0);

        assertThat(queue.limit()).isEqualTo(3);
        assertThat(queue.settings().capacity()).isEqualTo(7);
    }

    @Test
    void a_name_that_is_not_configured_is_told_with_the_nearest() {
        var configuration = read("{goodput: 1, guards: {inventory: {}, payments: {}}}");

        assertThatThrownBy(() -> configuration.newGuard("inventroy"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("guards.inventroy: not configured (did you mean inventory? guards: inventory, payments)");
        assertThatThrownBy(() -> configuration.server("any")).hasMessage("servers.any: not configured (servers: none)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {guards: {}}                                              | missing key goodput
        {goodput: 2, gards: {}}                                   | goodput: 2: unknown version
        {goodput: 1, gards: {}}                                   | gards: unknown key (did you mean guards?
        {goodput: 1, scenario: a}                                 | scenario: this is a scenario of the lab, for 'goodput lab run FILE'
        {goodput: 1, guards: {a/b: {}}}                           | guards.a/b: cannot be a name (expected: letters, digits, '.'
        {goodput: 1, guards: {"": {}}}                            | guards."": cannot be a name
        {goodput: 1, guards: {" ": {}}}                           | guards." ": cannot be a name
        {goodput: 1, caches: {"a\\x1b": {}}}                      | caches.a\\u001b: cannot be a name
        {goodput: 1, rate-limits: {"a\\nb": 1/s}}                 | rate-limits.a\\nb: cannot be a name
        {goodput: 1, guards: {a: {braker: standard}}}             | guards.a.braker: unknown key (did you mean breaker?
        {goodput: 1, servers: {a: {limit: 1}}}                    | servers.a: missing key admission
        {goodput: 1, servers: {a: {limit: 0, admission: standard}}} | servers.a.limit: 0: below 1
        {goodput: 1, servers: {a: {limit: 1, admission: {discipline: code}}}} | servers.a.admission.discipline: code: unknown, did you mean codel?
        {goodput: 1, servers: {a: {limit: 1, admission: {guaranteed: {critical: 60%, sheddable: 50%}}}}} | guaranteed together: 1.1 (expected: <= 1)
        {goodput: 1, servers: {a: {limit: 1, admission: standard, health: {liveness: [{name: a, period: 1s}, {name: a, period: 1s}]}}}} | name: "a" (expected: each name once)
        {goodput: 1, caches: {a: {soft: 2m, hard: 1m}}}           | caches.a.soft: 2m: above 1m
        {goodput: 1, shards: {a: {stateless: {endpoints: 3, size: 4, seed: 1}}}} | shards.a.stateless.size: 4: above 3
        {goodput: 1, shards: {a: {}}}                             | shards.a: has 0 kinds
        {goodput: 1, rate-limits: {a: {rate: 1/d}}}               | rate-limits.a.rate: 1/d: unknown unit
        {goodput: 1, rate-limits: {a: 0/s}}                       | rate-limits.a: 0/s: out of range
        {goodput: 1, quorums: {a: {needed: 5, parts: 4}}}         | quorums.a.needed: 5: above 4
        {goodput: 1, connections: {a: {most: 0s}}}                | connections.a.most: 0s: below 1ms
        {goodput: 1, timeouts: {a: {room: 0.5}}}                  | timeouts.a.room: 0.5: below 1
        {goodput: 1, meters: {a: {littles-law: {window: 1h}}}}    | meters.a.littles-law.window: 1h: above 1m
        """)
    void what_cannot_be_is_refused_with_its_place(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("goodput.yaml:1:")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inventory",
                "inventory.Read_1",
                "-",
                ".",
                "7",
                "yes",
                "null",
                "1e3",
                "größe",
                "",
                " ",
                "a b",
                "½"
            })
    void a_file_takes_the_names_that_a_builder_takes_and_no_others(String name) {
        Supplier<Configuration> file = () -> read("{goodput: 1, guards: {\"" + name + "\": {timeout: 1s}}}");

        if (NameRule.WORD.allows(name)) {
            assertThat(file.get().newGuard(name).build().name()).isEqualTo(name);
            assertThat(read(file.get().toYaml())).isEqualTo(file.get());
        } else {
            assertThatThrownBy(file::get).hasMessageContaining(": cannot be a name (expected: letters, digits, ");
            assertThatIllegalArgumentException().isThrownBy(() -> Guard.builder(name));
        }
    }

    @Test
    void an_error_knows_its_column() {
        assertThatThrownBy(() -> read("goodput: 1\nguards: {a: {timeout: 300}}\n"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        problem -> assertThat(problem.place()).isEqualTo(new FilePlace("goodput.yaml", 2, 23)));
    }
}
