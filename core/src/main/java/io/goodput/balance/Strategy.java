package io.goodput.balance;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How one of several endpoints is chosen. */
public enum Strategy {
    /** One after the other: the same number of calls to each, however it does. */
    ROUND_ROBIN {
        @Override
        Endpoint choose(Candidates from, @Nullable Endpoint avoid, long now, RandomGenerator random) {
            Endpoint[] among = from.endpoints();
            int at = Integer.remainderUnsigned(from.turn().getAndIncrement(), among.length);
            Endpoint next = among[at];
            return next == avoid ? among[(at + 1) % among.length] : next;
        }
    },
    /**
     * The one with the fewest calls in flight, and any of them if there are several. It takes a look at every endpoint.
     *
     * <p>Alone it is drawn to an endpoint that fails fast, which never has a call in flight: use it with ejection, or
     * use {@link #POWER_OF_TWO}.
     */
    LEAST_IN_FLIGHT {
        @Override
        Endpoint choose(Candidates from, @Nullable Endpoint avoid, long now, RandomGenerator random) {
            Endpoint[] among = from.endpoints();
            int least = Integer.MAX_VALUE;
            int ties = 0;
            for (Endpoint endpoint : among) {
                int busy = endpoint == avoid ? Integer.MAX_VALUE : endpoint.inFlight();
                if (busy < least) {
                    least = busy;
                    ties = 1;
                } else if (busy == least) {
                    ties++;
                }
            }
            return tied(among, avoid, least, ties > 1 ? random.nextInt(ties) : 0);
        }
    },
    /**
     * The better of two drawn at random: the one with the lower latency × (calls in flight + 1), where a failure counts
     * as latency of at least {@link Balancer.Settings#penalty()}. The standard. It takes the same time however many
     * endpoints there are, and clients that all know the same do not all go to the same one.
     */
    POWER_OF_TWO {
        @Override
        Endpoint choose(Candidates from, @Nullable Endpoint avoid, long now, RandomGenerator random) {
            Endpoint[] among = from.endpoints();
            Cost cost = from.cost();
            int skipped = avoid == null ? -1 : indexOf(avoid, among);
            int choices = skipped < 0 ? among.length : among.length - 1;
            int first = random.nextInt(choices);
            if (choices == 1) {
                return at(first, skipped, among);
            }
            int second = random.nextInt(choices - 1);
            Endpoint one = at(first, skipped, among);
            Endpoint other = at(second < first ? second : second + 1, skipped, among);
            return one.score(now, cost) <= other.score(now, cost) ? one : other;
        }
    };

    /**
     * Chooses.
     *
     * @param from at least one, or at least two if {@code avoid} is one of them
     */
    abstract Endpoint choose(Candidates from, @Nullable Endpoint avoid, long now, RandomGenerator random);

    /** The endpoint of that rank among those with no more than {@code least} in flight, as far as they still are. */
    private static Endpoint tied(Endpoint[] among, @Nullable Endpoint avoid, int least, int rank) {
        Endpoint found = among[0] == avoid ? among[among.length - 1] : among[0];
        int left = rank;
        for (Endpoint endpoint : among) {
            if (endpoint != avoid && endpoint.inFlight() <= least) {
                found = endpoint;
                if (left-- == 0) {
                    break;
                }
            }
        }
        return found;
    }

    private static int indexOf(Endpoint endpoint, Endpoint[] among) {
        for (int i = 0; i < among.length; i++) {
            if (among[i] == endpoint) {
                return i;
            }
        }
        return -1;
    }

    private static Endpoint at(int index, int skipped, Endpoint[] among) {
        return among[skipped >= 0 && index >= skipped ? index + 1 : index];
    }
}
