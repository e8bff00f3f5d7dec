import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * A service to probe: 8 requests at a time, 40 ms each on average, and everybody else waits. It listens on this machine
 * only, and ends after so many seconds (default 120).
 */
class Slots {
    private static final int PORT = 8087;
    private static final Semaphore SLOTS = new Semaphore(8, true);

    public static void main(String... args) throws Exception {
        long seconds = args.length == 0 ? 120 : Math.clamp(Long.parseLong(args[0]), 1, 3600);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 1024);
        server.createContext("/", Slots::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.out.println("http://127.0.0.1:" + PORT + "/ for " + seconds + " s");
        Thread.sleep(1000 * seconds);
        server.stop(0);
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        SLOTS.acquireUninterruptibly();
        try {
            Thread.sleep((long) (20 + 20 * RandomGenerator.getDefault().nextExponential()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            SLOTS.release();
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
