import io.goodput.Criticality;
import io.goodput.Deadline;
import io.goodput.Ticker;
import io.goodput.admission.AdmissionGate;
import io.goodput.admission.AdmissionRefusedException;
import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Priority;
import io.goodput.admission.Shed;
import java.time.Duration;

/** A handler behind a gate, and what becomes of two requests that find it taken. */
class Door {
    private static final AdmissionGate GATE = new AdmissionGate(1, AdmissionSettings.STANDARD.withCapacity(1));

    public static void main(String... args) throws Exception {
        try (var permit = GATE.enter(Priority.starting(Criticality.CRITICAL), "tenant 1", Deadline.NONE)) {
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
        var deadline = Deadline.after(Duration.ofSeconds(2), Ticker.system());
        try (var permit = GATE.enter(Priority.starting(criticality), "tenant 2", deadline)) {
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
