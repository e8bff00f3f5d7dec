import io.goodput.guard.Attempt
import io.goodput.guard.CallOptions
import io.goodput.guard.Guard
import io.goodput.retry.RetryPolicy
import io.goodput.sim.VirtualTimers
import io.goodput.testing.ScriptedDependency
import java.io.IOException
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine

val READ: CallOptions = CallOptions.NONE.idempotently().keyed("read")

// region calls
fun calls(guard: Guard) {
    val answer: String = guard.call { "42" }
    val read: String = guard.call(READ) { "42, of a call that may be hedged" }
    val attempt: String = guard.callAttempt { attempt: Attempt -> "42, by attempt ${attempt.number()}" }
    val nothing: String? = guard.call { null }
    val later: CompletableFuture<String> = guard.callAsync { CompletableFuture.completedFuture("42, later") }
    guard.run { println("a task without an answer") }

    println(listOf(answer, read, attempt, nothing, later.get()))
}
// endregion

// region suspending
suspend fun <T> Guard.await(options: CallOptions = CallOptions.NONE, task: () -> CompletionStage<T>): T =
    suspendCoroutine { caller ->
        callAsync(options, task).whenComplete { answer, failure ->
            if (failure == null) caller.resume(answer) else caller.resumeWithException(failure)
        }
    }
// endregion

fun main() {
    val timers = VirtualTimers()
    val guard = Guard.builder("stock")
        .timers(timers)
        .deadline(Duration.ofSeconds(2))
        .retry(RetryPolicy.standard())
        .build()
    calls(guard)

    val stock = ScriptedDependency.on<String>(timers)
        .fails { IOException("connection reset") }
        .answers("42, after a retry", Duration.ofMillis(20))
    val suspended: suspend () -> String = { guard.await(READ) { stock.callAsync() } }
    suspended.startCoroutine(Continuation(EmptyCoroutineContext) { println(it.getOrThrow()) })
    timers.advance(Duration.ofSeconds(2))
}
