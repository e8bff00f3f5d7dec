import io.goodput.erasure.XorCodec;
import io.goodput.quorum.QuorumException;
import io.goodput.quorum.QuorumFetch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Data in five places, of which one is slow; and then two are gone. */
class FourOfFive {
    public static void main(String... args) throws Exception {
        var codec = XorCodec.fourOfFive();
        byte[][] stored = codec.encode("any four of these five will do".getBytes(StandardCharsets.UTF_8));
        var fetch = new QuorumFetch(QuorumFetch.Settings.of(4, 5).withTimeout(Duration.ofSeconds(1)));

        List<Callable<byte[]>> places = IntStream.range(0, 5)
                .<Callable<byte[]>>mapToObj(i -> () -> {
                    Thread.sleep(i == 2 ? 10_000 : 5);
                    return stored[i];
                })
                .toList();
        byte[][] shards = new byte[codec.shards()][];
        for (var part : fetch.call(places)) {
            shards[part.number()] = part.value();
        }
        System.out.println("without shard 2: " + new String(codec.decode(shards), StandardCharsets.UTF_8));

        List<Callable<byte[]>> failing = IntStream.range(0, 5)
                .<Callable<byte[]>>mapToObj(i -> () -> {
                    if (i < 2) {
                        throw new IOException("place " + i + " is down");
                    }
                    Thread.sleep(10_000);
                    return stored[i];
                })
                .toList();
        try {
            fetch.call(failing);
        } catch (QuorumException failure) {
            System.out.println(failure.getMessage());
        }
    }
}
