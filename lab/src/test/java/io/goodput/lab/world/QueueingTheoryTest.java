package io.goodput.lab.world;

import static io.goodput.lab.world.Runs.S;
import static io.goodput.lab.world.Runs.model;
import static io.goodput.lab.world.Runs.poisson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Delays;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Service;
import io.goodput.sim.random.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The servers against queues whose answers are known. */
class QueueingTheoryTest {
    private static final int QUEUE = 1_000_000;

    @Test
    void one_slot_is_mm1() throws Exception {
        Model mm1 = model(poisson(8), Distribution.exponential(0.1 * S), new Service.Slots(1, QUEUE));
        Runs.agree(1 / (10 - 8.0), 0.08, mm1, 2000, Runs::meanLatency);
    }

    @Test
    void three_slots_follow_erlang_c() throws Exception {
        // a = 2.4 busy servers of 3: C = a³/3!·3/(3-a) over itself and 1 + a + a²/2; T = C/(cμ - λ) + 1/μ
        double queued = 2.4 * 2.4 * 2.4 / 6 * 3 / 0.6;
        double c = queued / (1 + 2.4 + 2.88 + queued);
        Model mmc = model(poisson(24), Distribution.exponential(0.1 * S), new Service.Slots(3, QUEUE));
        Runs.agree(c / (30 - 24) + 0.1, 0.05, mmc, 1000, Runs::meanLatency);
    }

    /** Pollaczek and Khinchine: the wait is λ E[S²] / (2 (1 - ρ)), by the second moment of the work. */
    @Test
    void one_slot_waits_as_mg1_says_whatever_the_law() throws Exception {
        // Always 0.1 s: E[S²] = 0.01.
        Model constant = model(poisson(8), Distribution.constant(S / 10), new Service.Slots(1, QUEUE));
        Runs.agree(0.1 + 8 * 0.01 / (2 * 0.2), 0.06, constant, 2000, Runs::meanLatency);
        // 0.05 s nine times of ten, 0.55 s the tenth: E[S²] = 0.9 · 0.0025 + 0.1 · 0.3025.
        Distribution bimodal =
                Distribution.bimodal(0.1, Distribution.constant(S / 20), Distribution.constant(11 * S / 20));
        Model twoKinds = model(poisson(8), bimodal, new Service.Slots(1, QUEUE));
        Runs.agree(0.1 + 8 * 0.0325 / (2 * 0.2), 0.12, twoKinds, 4000, Runs::meanLatency);
        // Shape 2: mean Γ(1.5) · scale, E[S²] = Γ(2) · scale².
        double scale = 0.1 / 0.886226925;
        Model weibull = model(poisson(8), Distribution.weibull(2, 0.1 * S), new Service.Slots(1, QUEUE));
        Runs.agree(0.1 + 8 * scale * scale / (2 * 0.2), 0.08, weibull, 2000, Runs::meanLatency);
    }

    @Test
    void a_short_queue_refuses_what_mm1k_does() throws Exception {
        // ρ = 0.8, K = 1 + 3: (1-ρ) ρ⁴ / (1-ρ⁵)
        Model mm1k = model(poisson(8), Distribution.exponential(0.1 * S), new Service.Slots(1, 3));
        Runs.agree(
                0.2 * Math.pow(0.8, 4) / (1 - Math.pow(0.8, 5)),
                0.05,
                mm1k,
                2000,
                world -> 1 - (double) world.tally.clients().succeeded().sum(Runs.all(world)) / offered(world));
    }

    @Test
    void one_shared_core_is_mm1_with_processor_sharing() throws Exception {
        Model ps = model(poisson(8), Distribution.exponential(0.1 * S), new Service.Sharing(1));
        Runs.agree(0.1 / (1 - 0.8), 0.08, ps, 2000, Runs::meanLatency);
    }

    /** First in first out would wait half as long in the first case, and five times as long in the second. */
    @Test
    void sharing_does_not_care_how_the_work_is_distributed() throws Exception {
        Model constant = model(poisson(8), Distribution.constant(S / 10), new Service.Sharing(1));
        Runs.agree(0.1 / (1 - 0.8), 0.06, constant, 2000, Runs::meanLatency);
        Distribution bimodal =
                Distribution.bimodal(0.1, Distribution.constant(S / 20), Distribution.constant(11 * S / 20));
        Runs.agree(0.1 / (1 - 0.8), 0.12, model(poisson(8), bimodal, new Service.Sharing(1)), 2000, Runs::meanLatency);
    }

    @Test
    void several_shared_cores_wait_as_erlang_c_says() throws Exception {
        // The number present is that of M/M/3, so the mean time is too.
        double queued = 2.4 * 2.4 * 2.4 / 6 * 3 / 0.6;
        double c = queued / (1 + 2.4 + 2.88 + queued);
        Model ps = model(poisson(24), Distribution.exponential(0.1 * S), new Service.Sharing(3));
        Runs.agree(c / (30 - 24) + 0.1, 0.05, ps, 1000, Runs::meanLatency);
    }

    @Test
    void an_unlimited_server_holds_lambda_times_the_mean_whatever_the_law() throws Exception {
        Model exponential = model(poisson(20), Distribution.exponential(S), new Service.Unlimited());
        Runs.agree(20, 0.02, exponential, 1000, Runs::meanInFlight);
        Distribution bimodal =
                Distribution.bimodal(0.1, Distribution.constant(S / 2), Distribution.constant(11 * S / 2));
        Runs.agree(20, 0.02, model(poisson(20), bimodal, new Service.Unlimited()), 1000, Runs::meanInFlight);
    }

    /** Who arrives finds n and counts itself: n = 40 (1 + 0.01 (n + 1)). */
    @Test
    void a_server_that_slows_down_settles_where_its_latency_and_its_load_meet() throws Exception {
        var latency = new Latency(List.of(Distribution.constant(S)), S / 100);
        Model slowing = model(poisson(40), Delays.NONE, latency, new Service.Unlimited());
        Runs.agree(40.4 / 0.6, 0.02, slowing, 1000, Runs::meanInFlight);
    }

    @Test
    void littles_law_holds_on_every_run() {
        for (Service.Capacity capacity :
                List.of(new Service.Unlimited(), new Service.Slots(1, QUEUE), new Service.Sharing(1))) {
            Model model = model(poisson(8), Distribution.exponential(0.1 * S), capacity);
            for (int seed = 0; seed < 5; seed++) {
                World world = Runs.run(model, GuardSettings.NONE, seed, 2000);
                double rate = world.tally.clients().succeeded().rate(Runs.settled(world));
                double present = rate * Runs.meanLatency(world);
                // The level is read once a second, which leaves some chance.
                assertThat(Runs.meanInFlight(world)).as("%s", capacity).isCloseTo(present, within(0.12 * present));
            }
        }
    }

    private static double offered(World world) {
        return world.tally.clients().offered().sum(Runs.all(world));
    }
}
