package io.goodput.config.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.admission.AdmissionGate;
import io.goodput.config.Configuration;
import io.goodput.config.language.YamlFile;
import io.goodput.config.live.ConfigurationEvent.Kept;
import io.goodput.config.live.ConfigurationEvent.Taken;
import io.goodput.config.policy.PolicySections;
import io.goodput.config.problem.ConfigException;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LiveConfigurationTest {
    private static final Configuration FIRST = read("""
            goodput: 1
            guards:
              inventory: {timeout: 300ms, retry: {attempts: 3}}
              payments: {limit: 20}
            servers:
              checkout: {limit: 64, admission: standard}
            shards:
              tenants: {stateless: {endpoints: 10, size: 2, seed: 1}}
            """);

    private final LiveConfiguration live = new LiveConfiguration(FIRST);
    private final List<ConfigurationEvent> told = new ArrayList<>();

    private static Configuration read(String yaml) {
        return YamlFile.parse("goodput.yaml", yaml).as(Configuration.decoder());
    }

    private static int attempts(Guard guard) {
        return Objects.requireNonNull(guard.retry()).settings().attempts();
    }

    private static int limit(Guard guard) {
        return Objects.requireNonNull(guard.limit()).limit();
    }

    @Test
    void what_is_bound_goes_by_what_is_taken() {
        Guard inventory = live.guard("inventory");
        var gate = new AdmissionGate(1, FIRST.server("checkout").admission());
        live.bind(PolicySections.SERVERS, "checkout", it -> it.applyTo(gate.queue(), 0));
        assertThat(gate.queue().limit()).as("at once").isEqualTo(64);
        var _ = live.listen(told::add);

        var next = read("""
                goodput: 1
                guards: {inventory: {retry: {attempts: 5}, limit: 9}, fresh: {}}
                servers: {checkout: {limit: 32, admission: standard}}
                """);
        live.offer(next);

        assertThat(attempts(inventory)).isEqualTo(5);
        assertThat(limit(inventory)).isEqualTo(9);
        assertThat(gate.queue().limit()).isEqualTo(32);
        assertThat(live.current()).isEqualTo(next);
        assertThat(live.problems()).isEmpty();
        assertThat(told)
                .containsExactly(new Taken(
                        FIRST,
                        next,
                        List.of(
                                "guards.inventory",
                                "guards.payments",
                                "guards.fresh",
                                "servers.checkout",
                                "shards.tenants")));
    }

    @Test
    void what_is_not_bound_counts_by_its_name_from_then_on() {
        live.offer(read("goodput: 1\nguards: {fresh: {retry: {attempts: 7}}}"));

        assertThat(attempts(live.guard("fresh"))).isEqualTo(7);
        assertThatThrownBy(() -> live.guard("inventory")).isInstanceOf(ConfigException.class);
    }

    @Test
    void nothing_changes_when_something_bound_is_gone() {
        Guard inventory = live.guard("inventory");
        live.guard("payments");

        var event = live.offer(read("goodput: 1\nguards: {inventory: {retry: {attempts: 5}}}"));

        assertThat(event)
                .isEqualTo(new Kept(
                        FIRST,
                        List.of("guards.payments: is in use, and not there any more (expected: to stay until the next"
                                + " start)")));
        assertThat(attempts(inventory)).isEqualTo(3);
        assertThat(live.current()).isEqualTo(FIRST);
        assertThat(live.problems()).hasSize(1);

        live.offer(FIRST);
        assertThat(live.problems()).as("once it is there again").isEmpty();
    }

    @Test
    void nothing_changes_when_something_pinned_would() {
        Guard inventory = live.guard("inventory");
        assertThat(live.pin(PolicySections.SHARDS, "tenants")).isEqualTo(FIRST.shards("tenants"));

        var event = live.offer(read("""
                goodput: 1
                guards: {inventory: {retry: {attempts: 5}}}
                shards: {tenants: {stateless: {endpoints: 11, size: 2, seed: 1}}}
                """));

        assertThat(event)
                .isInstanceOfSatisfying(
                        Kept.class,
                        kept -> assertThat(kept.problems())
                                .containsExactly(
                                        "shards.tenants: is in use, and cannot change while it is (expected: as it was, until"
                                                + " the next start)"));
        assertThat(attempts(inventory)).isEqualTo(3);
    }

    @Test
    void what_had_changed_is_changed_back_when_something_later_refuses() {
        Guard inventory = live.guard("inventory");
        live.bind(PolicySections.GUARDS, "payments", it -> {
            if (it.limit() == null) {
                throw new IllegalStateException("payments are never unlimited");
            }
        });
        var _ = live.listen(told::add);

        live.offer(read("goodput: 1\nguards: {inventory: {retry: {attempts: 5}, limit: 3}, payments: {}}"));

        assertThat(told).containsExactly(new Kept(FIRST, List.of("guards.payments: payments are never unlimited")));
        assertThat(attempts(inventory)).isEqualTo(3);
        assertThat(inventory.limit()).isNull();
        assertThat(live.current()).isEqualTo(FIRST);
    }

    @Test
    void what_no_file_says_stays() throws Exception {
        List<GuardEvent> calls = new ArrayList<>();
        Guard inventory = live.guard("inventory", it -> it.listener(calls::add));
        live.guard("payments");

        live.offer(read("goodput: 1\nguards: {inventory: {}, payments: {}}"));
        inventory.run(() -> {});

        assertThat(calls).isNotEmpty();
    }

    @Test
    void the_text_of_an_event_is_a_line_for_a_log() {
        live.guard("payments");

        assertThat(live.offer(FIRST)).hasToString("taken; changed: nothing");
        assertThat(live.offer(read("goodput: 1\nguards: {payments: {}, fresh: {}}")))
                .hasToString("taken; changed: guards.inventory, guards.payments, guards.fresh, servers.checkout,"
                        + " shards.tenants");
        assertThat(live.offer(read("goodput: 1")))
                .hasToString("kept as it was; guards.payments: is in use, and not there any more (expected: to stay"
                        + " until the next start)");
        assertThat(new Kept(FIRST, List.of("a".repeat(100), "b".repeat(100), "c")))
                .hasToString("kept as it was; " + "a".repeat(100) + ", and 2 more");
    }

    @Test
    void a_listener_that_throws_changes_nothing() {
        Guard inventory = live.guard("inventory");
        var _ = live.listen(_ -> {
            throw new IllegalStateException("not my day");
        });
        var _ = live.listen(told::add);

        live.offer(read("goodput: 1\nguards: {inventory: {retry: {attempts: 5}}}"));

        assertThat(attempts(inventory)).isEqualTo(5);
        assertThat(told).hasSize(1);
    }
}
