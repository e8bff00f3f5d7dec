import io.goodput.CallContext;
import io.goodput.Criticality;
import io.goodput.Ticker;
import io.goodput.admission.AdmissionGate;
import io.goodput.admission.AdmissionRefusedException;
import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Shed;
import java.time.Duration;

/** A handler behind a gate, and what becomes of two requests that find it taken. */
class Door {
    private static final AdmissionGate GATE = new AdmissionGate(1, AdmissionSettings.STANDARD.withCapacity(1));

    public static void main(String... args) throws Exception {
        try (var permit = GATE.enter(CallContext.NONE.withTenant("tenant 1"))) {
            Thread prefetch = Thread.startVirtualThread(() -> System.out.println("prefetch: " + handle(Criticality.SHEDDABLE)));
            while (GATE.queue().waiting() == 0) {
                Thread.onSpinWait();
            }
            Thread payment = Thread.startVirtualThread(() -> System.out.println("payment: " + handle(Criticality.CRITICAL_PLUS)));
            prefetch.join();
            payment.join(); // nobody leaves: it gives up when the discipline says so
            permit.succeeded();
        }
        System.out.println("payment: " + handle(Criticality.CRITICAL_PLUS));
        var snapshot = GATE.queue().snapshot(0);
        for (Shed reason : Shed.values()) {
            if (snapshot.shed(reason) > 0) {
                System.out.println(reason + " " + snapshot.shed(reason));
            }
        }
    }

    private static String handle(Criticality criticality) {
        CallContext context = CallContext.NONE
                .withTimeout(Duration.ofSeconds(2), Ticker.system())
                .withCriticality(criticality)
                .withTenant("tenant 2");
        try (var permit = GATE.enter(context)) {
            permit.succeeded();
            return "served";
        } catch (AdmissionRefusedException refused) {
            return "503, " + refused.reason();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "499";
        }
    }
}
